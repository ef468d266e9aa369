using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

public sealed class ReportOutputTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Claims => _folder.Write("a.837", "x");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_person_at_a_terminal_sees_the_account_and_no_name()
    {
        var terminal = new TestTerminal { OutputIsTerminal = true };

        Medcodes.Run(["check", Claims], terminal, TestReports.Errors);

        Assert.Contains("CANARYACCOUNT", terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARYNAME", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "human", "")]
    [InlineData(true, "human", "true")]
    [InlineData(true, "json", "")]
    public void Pipes_build_logs_and_programs_see_no_account(bool isTerminal, string format, string ci)
    {
        var terminal = new TestTerminal { OutputIsTerminal = isTerminal }.With("CI", ci);

        Medcodes.Run(["check", "-o", format, Claims], terminal, TestReports.Errors);

        Assert.DoesNotContain("CANARY", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("CI", false)]
    [InlineData("GITHUB_ACTIONS", false)]
    public void A_worklist_that_is_piped_has_the_accounts_except_in_the_log_of_a_build(string variable, bool shown)
    {
        var terminal = new TestTerminal().With(variable, "true");

        Medcodes.Run(["check", "--ci", "none", "-o", "csv", Claims], terminal, TestReports.Errors);

        Assert.Equal(shown, terminal.Out.Contains("CANARYACCOUNT", StringComparison.Ordinal));
        Assert.DoesNotContain("CANARYNAME", terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human")]
    [InlineData("json")]
    public void A_file_is_masked_unless_the_level_is_given(string format)
    {
        var (masked, shown) = (_folder.PathOf("masked"), _folder.PathOf("shown"));

        Medcodes.Run(["check", "-o", $"{format}={masked}", Claims], new TestTerminal { OutputIsTerminal = true }, TestReports.Errors);
        Medcodes.Run(["check", "-o", $"{format}={shown}", "--phi", "show", Claims], new TestTerminal(), TestReports.Errors);

        Assert.DoesNotContain("CANARY", File.ReadAllText(masked), StringComparison.Ordinal);
        Assert.Contains("CANARYNAME", File.ReadAllText(shown), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(shown));
    }

    [Theory]
    [InlineData("human")]
    [InlineData("json")]
    [InlineData("human=/dev/stdout")]
    public void Everything_is_never_shown_on_a_console(string output)
    {
        var terminal = new TestTerminal { OutputIsTerminal = true };

        Assert.Equal(2, Medcodes.Run(["check", "--phi", "show", "-o", output, Claims], terminal, TestReports.Errors));

        Assert.Equal("", terminal.Out);
        Assert.Contains("files only", terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", true, "", "", "", true)]
    [InlineData("auto", false, "", "", "", false)]
    [InlineData("auto", true, "1", "", "", false)]
    [InlineData("auto", false, "", "1", "", true)]
    [InlineData("auto", true, "1", "1", "", false)]
    [InlineData("auto", true, "", "", "dumb", false)]
    [InlineData("always", false, "1", "", "dumb", true)]
    [InlineData("never", true, "", "1", "", false)]
    public void Colour_goes_by_the_option_then_the_environment_then_the_stream(string option, bool isTerminal, string no, string force, string term, bool coloured)
    {
        var terminal = new TestTerminal { OutputIsTerminal = isTerminal }.With("NO_COLOR", no).With("FORCE_COLOR", force).With("TERM", term);

        Medcodes.Run(["check", "--color", option, Claims], terminal, TestReports.Errors);

        Assert.Equal(coloured, terminal.Out.Contains('\e', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("human")]
    [InlineData("json")]
    public void A_reader_that_has_gone_away_ends_the_run_quietly(string format)
    {
        var terminal = new TestTerminal { Output = new BrokenStream(0, BrokenStream.ClosedPipe, "Broken pipe") };

        Assert.Equal(2, Medcodes.Run(["check", "-q", "-o", format, Claims], terminal, TestReports.Errors));

        Assert.Equal("", terminal.Err);
    }

    [Theory]
    [InlineData("human")]
    [InlineData("json")]
    public void A_full_disk_is_one_clear_line(string format)
    {
        var terminal = new TestTerminal { Output = new BrokenStream(0, BrokenStream.DiskFull, "No space left on device") };

        Assert.Equal(2, Medcodes.Run(["check", "-o", format, Claims], terminal, TestReports.Errors));

        Assert.Equal($"error: cannot write the {format} report to standard output: no space is left on the device\n", terminal.Err);
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        var terminal = new TestTerminal();
        Directory.CreateDirectory(_folder.PathOf("taken"));
        var claims = Claims;

        Assert.Equal(2, Medcodes.Run(["check", "-o", "json=" + _folder.PathOf("taken"), claims], terminal, TestReports.Errors));
        Assert.Equal(2, Medcodes.Run(["check", "-o", "json=" + _folder.PathOf("no/such/folder"), claims], terminal, TestReports.Errors));

        Assert.Equal(
            $"error: cannot write the json report to {_folder.PathOf("taken")}: it is a directory\nerror: cannot write the json report to {_folder.PathOf("no/such/folder")}: there is no such directory\n",
            terminal.Err);
        Assert.Equal(["a.837", "taken"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_report_replaces_the_one_before_it_and_follows_links()
    {
        var (target, link) = (_folder.Write("old.json", "old"), _folder.PathOf("link.json"));
        File.CreateSymbolicLink(link, target);

        Medcodes.Run(["check", "-o", "json=" + link, Claims], new TestTerminal(), TestReports.Clean);

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.StartsWith("{", File.ReadAllText(target), StringComparison.Ordinal);
    }
}
