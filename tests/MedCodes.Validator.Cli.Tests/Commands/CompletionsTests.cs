using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class CompletionsTests : IDisposable
{
    private static readonly string[] Words = ["check", "baseline", "sarif", "MC4101", "MC7101", "fail-on"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public void A_script_knows_commands_options_formats_and_rules(string shell)
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, Medcodes.Run(["completions", shell], terminal, TestReports.Clean));

        Assert.All(Words, word => Assert.Contains(word, terminal.Out, StringComparison.Ordinal));
        Assert.DoesNotContain("@", terminal.Out.Replace("@($", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medcodes che", "check")]
    [InlineData("medcodes check --fai", "--fail-on")]
    [InlineData("medcodes check -o sar", "sarif")]
    [InlineData("medcodes check --select MC410", "MC4101 MC4102 MC4103")]
    [InlineData("medcodes baseline pru", "prune")]
    public void Bash_completes_with_it(string line, string words)
    {
        var terminal = new TestTerminal();
        Medcodes.Run(["completions", "bash"], terminal, TestReports.Clean);
        var script = _folder.Write("medcodes.bash", terminal.Out);

        var run = MedcodesProcess.Shell($"""command -v bash >/dev/null || exit 9; bash -c 'source "{script}"; COMP_WORDS=({line}); COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"}-1)); _medcodes; echo "${"{"}COMPREPLY[*]{"}"}"'""");

        if (run.Code != 9)
            Assert.Equal(words, run.Out.Trim());
    }

    [Fact]
    public void An_unknown_shell_is_refused()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["completions", "bsh"], terminal, TestReports.Clean));
        Assert.Contains("did you mean 'bash'?", terminal.Err, StringComparison.Ordinal);
    }
}
