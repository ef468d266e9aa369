using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>What a run tells of itself while and after it works: progress, times, files.</summary>
public sealed class WatchedRunTests
{
    private static readonly string Claims = Repository.PathOf(Samples.BatchWithErrors);

    [Fact]
    public void Progress_is_shown_on_a_terminal_after_a_second_and_wiped_away()
    {
        using var terminal = new TestTerminal { ErrorIsTerminal = true, Clock = new SteppingClock(TimeSpan.FromSeconds(0.7)) };

        Run(terminal, "-o", "json");

        Assert.StartsWith("\r", terminal.Err, StringComparison.Ordinal);
        Assert.Matches(@"\r1 of 1 file, 1 claim, \d+ a second, \d+ findings?", terminal.Err);
        Assert.Matches(@"\r +\r[^\r]+: 1 error", terminal.Err);
    }

    [Theory]
    [InlineData(true, "", "--no-progress")]
    [InlineData(true, "", "-q")]
    [InlineData(true, "true", "--statistics")]
    [InlineData(false, "", "--statistics")]
    public void No_progress_is_shown_in_a_pipe_on_a_build_server_or_where_it_is_unwanted(bool isTerminal, string ci, string option)
    {
        using var terminal = new TestTerminal { ErrorIsTerminal = isTerminal, Clock = new SteppingClock(TimeSpan.FromSeconds(0.7)) }.With("CI", ci);

        Run(terminal, "-o", "json", option);

        Assert.DoesNotContain('\r', terminal.Err);
    }

    [Fact]
    public void A_short_check_shows_no_progress()
    {
        using var terminal = new TestTerminal { ErrorIsTerminal = true, Clock = new SteppingClock(TimeSpan.FromMilliseconds(1)) };

        Run(terminal, "-o", "json");

        Assert.DoesNotContain('\r', terminal.Err);
    }

    [Fact]
    public void Times_of_stages_and_the_ten_slowest_rules_stand_on_standard_error_and_change_nothing_else()
    {
        using var terminal = new TestTerminal { Clock = new SteppingClock(TimeSpan.FromMilliseconds(1)) };
        using var plain = new TestTerminal();

        Run(terminal, "-o", "json", "--timings", "-q");
        Run(plain, "-o", "json");

        var lines = terminal.Err.TrimEnd('\n').Split('\n');
        Assert.Equal(
            ["rules and configuration", "tables", "reading", "judging", "findings", "suppressions and baseline", "reports", "total"],
            lines.TakeWhile(line => !line.StartsWith("the slowest", StringComparison.Ordinal)).Select(line => line.Split(" ms  ")[1]));
        Assert.Equal("the slowest rules, each once more by itself on 1 patient:", lines[8]);
        Assert.Equal(10, lines.Skip(9).Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^ +[\d.]+ ms  MC\d{4}$")));
        Assert.Equal(plain.Out, terminal.Out);
    }

    [Fact]
    public void What_each_file_was_taken_for_is_told_where_it_is_asked_for()
    {
        using var terminal = new TestTerminal();

        Run(terminal, "-v", Repository.PathOf(Samples.Page));

        Assert.Contains("second-level-alone.837: x12, 1 claim, 1 service line\n", terminal.Err, StringComparison.Ordinal);
        Assert.Contains("code-missing.txt: text, 0 claims, 0 service lines\n", terminal.Err, StringComparison.Ordinal);
    }

    private static void Run(TestTerminal terminal, params string[] options) =>
        Assert.Equal(ExitCode.Findings, Medcodes.Run(["check", "--as-of", "2024-09-01", .. options, Claims], terminal, new Validation(terminal).Check));
}
