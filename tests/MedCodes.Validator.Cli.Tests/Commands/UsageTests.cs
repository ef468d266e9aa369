using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("chekc", "unknown command 'chekc'; did you mean 'check'?")]
    [InlineData("", "no command given; see medcodes --help")]
    [InlineData("--verson", "unknown option '--verson'; did you mean '--version'?")]
    [InlineData("check --ouput json x", "unknown option '--ouput'; did you mean '--output'?")]
    [InlineData("check --ouput=json x", "unknown option '--ouput'; did you mean '--output'?")]
    [InlineData("check -x y", "unknown option '-x'")]
    [InlineData("check -1 x", "unknown option '-1'\n")]
    [InlineData("--output json check x", "the option '--output' stands behind its command, as in medcodes check --output\n")]
    [InlineData("check -o jsn x", "unknown output format 'jsn'; did you mean 'json'?")]
    [InlineData("check -o json= x", "names no file")]
    [InlineData("check -o json -o human x", "only one format can go to standard output")]
    [InlineData("check -o json -o human=/dev/stdout x", "only one format can go to standard output")]
    [InlineData("check -o json -o human=- x", "only one format can go to standard output")]
    [InlineData("check -o json=a -o human=./a x", "two formats would go to the file 'a'")]
    [InlineData("check -j 0 x", "--jobs takes a whole number from 1, not '0'\n")]
    [InlineData("check --jobs two x", "--jobs takes a whole number from 1, not 'two'\n")]
    [InlineData("check --memory 512 x", "--memory takes an amount of memory from 16MB, such as 512MB or 2GB, not '512'\n")]
    [InlineData("check --memory 15mb x", "not '15mb'\n")]
    [InlineData("check x -o", "the option '-o' needs a value, FORMAT[=PATH]\n")]
    [InlineData("config", "medcodes config needs a command; it is one of show, schema\n")]
    [InlineData("config shw", "unknown command 'medcodes config shw'; did you mean 'show'?\n")]
    [InlineData("config quite-other", "unknown command 'medcodes config quite-other'; it is one of show, schema\n")]
    [InlineData("completions", "medcodes completions needs SHELL: bash, zsh, fish or pwsh\n")]
    [InlineData("render", "medcodes render needs RESULTS: A report written with -o ndjson; - reads standard input\n")]
    [InlineData("completions bash zsh", "'zsh' is one word too many for medcodes completions; see medcodes completions --help\n")]
    [InlineData("config show a b", "'b' is one word too many for medcodes config show; see medcodes config show --help\n")]
    [InlineData("check --select , x", "--select names no rule; it takes rules as in --select MC7101,MC4\n")]
    [InlineData("check --select= -q", "the option '--select' needs a value, and '-q' is another option\n")]
    [InlineData("check --max-warnings -1 x", "--max-warnings takes a whole number from 0, not '-1'\n")]
    [InlineData("check --max-warnings=-1 x", "--max-warnings takes a whole number from 0, not '-1'\n")]
    [InlineData("check --max-warnings 1.5 x", "--max-warnings takes a whole number from 0, not '1.5'\n")]
    [InlineData("check --as-of 2024-13-01 x", "--as-of takes a day such as 2024-09-01, not '2024-13-01'")]
    [InlineData("check --as-of 1.9.2024 x", "--as-of takes a day")]
    [InlineData("check --phi acount x", "--phi is one of mask, account, show, not 'acount'; did you mean 'account'?")]
    [InlineData("check --as yml x", "--as is one of x12, ndjson, json, md, html, text, yaml, not 'yml'; did you mean 'yaml'?")]
    [InlineData("check --as pdf -", "--as is one of x12")]
    [InlineData("check --color blue x", "--color is one of auto, always, never")]
    [InlineData("check", "no files given")]
    public void A_wrong_command_line_ends_with_2_and_says_why_on_standard_error(string line, string says)
    {
        var terminal = new TestTerminal();

        var code = Medcodes.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), terminal, TestReports.Clean);

        Assert.Equal(2, code);
        Assert.Equal("", terminal.Out);
        Assert.StartsWith("error: ", terminal.Err, StringComparison.Ordinal);
        Assert.Contains(says, terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--select", "")]
    [InlineData("--ignore", " ")]
    [InlineData("--select", "MC7101", "--select", "")]
    public void An_empty_list_of_rules_is_refused_because_it_would_stand_for_all(params string[] options)
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", .. options, "x"], terminal, TestReports.Clean));

        Assert.Contains($"error: {options[0]} names no rule", terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medcodes", "--help")]
    [InlineData("check", "check --help")]
    public void Help_is_shown_on_standard_output(string name, string line)
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(line.Split(' '), terminal, TestReports.Clean));

        Assert.Equal("", terminal.Err);
        Snapshot.Match(this, terminal.Out, name);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(["--version"], terminal, TestReports.Clean));

        Assert.Matches(@"^\d+\.\d+\.\d+\n$", terminal.Out);
    }
}
