using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

/// <summary>A fault of ours as it is seen from outside, in a rule and around the rules, while a report is written.</summary>
public sealed class CrashedRuleTests : IDisposable
{
    private const string Crashing = "MC2105";

    private static readonly string Claims = Repository.PathOf("fixtures/claims/pain-clinic-batch.837");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-j 1 -o ndjson")]
    [InlineData("-j 3 -o ndjson")]
    [InlineData("-o ndjson=report.ndjson")]
    public void Where_a_rule_crashes_the_stream_has_all_that_the_others_found_and_its_last_line_and_the_run_ends_with_2(string asked)
    {
        var others = Run(["--ignore", Crashing, "-o", "ndjson"], Judged);
        var crashed = Run(Words(asked), Crash);
        var written = asked.Contains('=', StringComparison.Ordinal) ? File.ReadAllText(Report) : crashed.Out;

        Assert.Equal((1, 2), (others.Code, crashed.Code));
        Assert.NotEmpty(Findings(others.Out));
        Assert.Equal(Findings(others.Out), Findings(written));
        var last = written.Split('\n')[^2];
        Assert.StartsWith("{\"type\":\"summary\",\"complete\":true,", last, StringComparison.Ordinal);
        Assert.Contains($"{{\"rule\":\"{Crashing}\",\"reason\":", last, StringComparison.Ordinal);
        Assert.Contains($"error[MC9001]: the rule {Crashing} units-not-above-zero crashed (NotSupportedException)", crashed.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", written + crashed.Out + crashed.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_crashes_is_told_alike_whether_the_report_is_written_early_or_at_once() =>
        Assert.Equal(Run(["-o", "ndjson"], Crash), Run(["-o", "ndjson", "-o", $"json={_folder.Path}/report.json"], Crash));

    [Theory]
    [InlineData("-j 1 -o ndjson")]
    [InlineData("-o ndjson=report.ndjson")]
    public void Where_the_run_itself_breaks_off_the_stream_has_no_last_line_and_a_file_does_not_appear(string asked)
    {
        var (code, text, told) = Run(Words(asked), (options, files, terminal) => Judged(options with { Early = new BreaksOff(options.Early!) }, files, terminal));

        Assert.Equal(2, code);
        Assert.StartsWith("internal error MC9999: NotSupportedException", told, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text + told, StringComparison.Ordinal);
        Assert.DoesNotContain("\"complete\"", text, StringComparison.Ordinal);
        Assert.Equal(!asked.Contains('=', StringComparison.Ordinal), text.StartsWith("{\"type\":\"run\",", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private string Report => Path.Combine(_folder.Path, "report.ndjson");

    private string[] Words(string asked) => asked.Replace("report.ndjson", Report, StringComparison.Ordinal).Split(' ');

    private static (int Code, string Out, string Err) Run(string[] words, Func<CheckOptions, IReadOnlyList<SourceFile>, TestTerminal, Report> check)
    {
        using var terminal = new TestTerminal();
        var code = Medcodes.Run(["check", "--as-of", "2024-09-16", Claims, .. words], terminal, (options, files) => check(options, files, terminal));
        return (code, terminal.Out, terminal.Err);
    }

    private static Report Judged(CheckOptions options, IReadOnlyList<SourceFile> files, TestTerminal terminal) => new Validation(terminal).Check(options, files);

    private static Report Crash(CheckOptions options, IReadOnlyList<SourceFile> files, TestTerminal terminal)
    {
        var rules = options.Rules!;
        return Judged(options with { Rules = new RuleSet([.. rules.Rules.Select(rule => rule.Id == Crashing ? CrashingRule.Of(rule) : rule)], rules.Library, rules.Profiles) }, files, terminal);
    }

    private static IEnumerable<string> Findings(string report) => report.Split('\n').Where(line => line.StartsWith("{\"type\":\"finding\"", StringComparison.Ordinal));

    /// <summary>Fails where a file is closed, behind the findings in its claims.</summary>
    private sealed class BreaksOff(IEarlyFindings to) : IEarlyFindings
    {
        public void Begin(RunDescription run) => to.Begin(run);

        public void Take(ContentKind kind, FindingList findings) => to.Take(kind, findings);

        public void Close(CheckedFile file, FindingList findings) => throw new NotSupportedException("SECRET");
    }
}
