using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>What is shown and what fails are two questions.</summary>
public sealed class SeverityTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Config_show_tells_what_variables_say_as_the_check_takes_it()
    {
        var shown = new TestTerminal().With("MEDCODES_FAIL_ON", "warning").With("MEDCODES_MAX_WARNINGS", "7").With("MEDCODES_IGNORE", "MC7101").With("MEDCODES_EXTRAPOLATE", "1").With("MEDCODES_QUIET", "0");
        var wrong = new TestTerminal().With("MEDCODES_FAIL_ON", "waning");

        Assert.Equal(0, Medcodes.Run(["config", "show"], shown, TestReports.Clean));
        Assert.Equal(2, Medcodes.Run(["config", "show"], wrong, TestReports.Clean));

        Assert.Matches(@"\nfail-on = warning +# MEDCODES_FAIL_ON\n", shown.Out);
        Assert.Matches(@"\nmax-warnings = 7 +# MEDCODES_MAX_WARNINGS\n", shown.Out);
        Assert.Matches(@"\nextrapolate = yes +# MEDCODES_EXTRAPOLATE\n", shown.Out);
        Assert.Matches(@"\nignore = MC7101 +# MEDCODES_IGNORE\n", shown.Out);
        Assert.DoesNotContain("quiet", shown.Out, StringComparison.Ordinal);
        Assert.StartsWith("error: --fail-on is one of error, warning, info, never, not 'waning'", wrong.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("--fail-on error", 0)]
    [InlineData("--fail-on warning", 1)]
    [InlineData("--fail-on info", 1)]
    [InlineData("--fail-on never", 0)]
    [InlineData("--max-warnings 0", 1)]
    [InlineData("--max-warnings 1", 0)]
    [InlineData("--max-warnings 0 --exit-zero", 0)]
    [InlineData("--fail-on warning --exit-zero", 0)]
    public void A_warning_fails_the_run_where_that_is_asked_for(string options, int code)
    {
        var terminal = new TestTerminal();

        Assert.Equal(code, Run(options, terminal, TestReports.Warnings));
        Assert.Contains("1 warning", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info", "info", 1)]
    [InlineData("info", "warning", 0)]
    [InlineData("info", "error", 0)]
    [InlineData("info", "never", 0)]
    [InlineData("warning", "info", 1)]
    [InlineData("warning", "warning", 1)]
    [InlineData("warning", "error", 0)]
    [InlineData("warning", "never", 0)]
    [InlineData("error", "info", 1)]
    [InlineData("error", "warning", 1)]
    [InlineData("error", "error", 1)]
    [InlineData("error", "never", 0)]
    public void What_is_shown_fails_only_from_the_severity_that_is_asked_for(string severity, string failOn, int code)
    {
        using var terminal = new TestTerminal();

        Assert.Equal(code, Run($"--severity MC2001={severity} --fail-on {failOn}", terminal, TestReports.WrongNumbers));

        Assert.Contains($"{severity}[MC2001]", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_fail_a_run_that_may_have_warnings() => Assert.Equal(1, Run("--max-warnings 9", new TestTerminal(), TestReports.Errors));

    [Theory]
    [InlineData("MEDCODES_FAIL_ON", "warning", "", 1)]
    [InlineData("MEDCODES_FAIL_ON", "warning", "--fail-on error", 0)]
    [InlineData("MEDCODES_MAX_WARNINGS", "0", "", 1)]
    [InlineData("MEDCODES_EXIT_ZERO", "1", "--fail-on warning", 0)]
    [InlineData("MEDCODES_FAIL_ON", "waning", "", 2)]
    [InlineData("MEDCODES_EXIT_ZERO", "perhaps", "", 2)]
    public void The_environment_counts_where_the_command_line_says_nothing(string variable, string value, string options, int code) =>
        Assert.Equal(code, Run(options, new TestTerminal().With(variable, value), TestReports.Warnings));

    [Theory]
    [InlineData("--select MC2001", 1)]
    [InlineData("--select MC20", 1)]
    [InlineData("--select npi-check-digit-mismatch,MC4101", 1)]
    [InlineData("--select MC4101", 0)]
    [InlineData("--ignore identifiers", 0)]
    [InlineData("--select MC2001 --ignore MC2001", 0)]
    [InlineData("--severity MC2001=warning", 0)]
    [InlineData("--severity MC2001=off", 2)]
    [InlineData("--severity MC2001", 2)]
    [InlineData("--select MC7777", 2)]
    [InlineData("--select MC200", 2)]
    public void Rules_are_chosen_and_their_severity_changed(string options, int code) =>
        Assert.Equal(code, Run(options, new TestTerminal(), TestReports.WrongNumbers));

    [Fact]
    public void A_rule_that_does_not_exist_is_said_with_what_was_meant()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Run("--select MC41O1", terminal, TestReports.Errors));

        Assert.Equal("error: there is no rule 'MC41O1'; did you mean 'MC4101'?\n", terminal.Err);
    }

    [Theory]
    [InlineData("MEDCODES_FAIL_ONN", "no option has the variable MEDCODES_FAIL_ONN; did you mean MEDCODES_FAIL_ON?")]
    [InlineData("MEDCODES_EXITZERO", "no option has the variable MEDCODES_EXITZERO; did you mean MEDCODES_EXIT_ZERO?")]
    public void A_misspelt_variable_ends_with_2_and_what_was_meant(string variable, string says)
    {
        var terminal = new TestTerminal().With(variable, "1");

        Assert.Equal(2, Run("", terminal, TestReports.Warnings));

        Assert.Equal($"error: {says}\n", terminal.Err);
    }

    [Fact]
    public void A_variable_of_somebody_else_is_none_of_ours() =>
        Assert.Equal(0, Run("", new TestTerminal().With("MEDCODES_INTERNAL_DEPLOYMENT", "1"), TestReports.Warnings));

    [Fact]
    public void Statistics_stand_on_standard_error()
    {
        var terminal = new TestTerminal();

        Run("--statistics -q -o json", terminal, TestReports.Errors);

        Assert.Equal("      1 MC1999 invented-defect\n", terminal.Err);
    }

    private int Run(string options, TestTerminal terminal, Checking check) =>
        Medcodes.Run(["check", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), _folder.Write("a.837", "x")], terminal, check);
}
