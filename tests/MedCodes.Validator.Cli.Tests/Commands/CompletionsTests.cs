using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

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

    [NeedsTheory(Need.Bash)]
    [InlineData("medcodes che", "check")]
    [InlineData("medcodes check --fai", "--fail-on")]
    [InlineData("medcodes check -o sar", "sarif")]
    [InlineData("medcodes check --select MC420", "MC4201 MC4202 MC4203 MC4204 MC4205")]
    [InlineData("medcodes baseline pru", "prune")]
    public void Bash_completes_with_it(string line, string words)
    {
        var terminal = new TestTerminal();
        Medcodes.Run(["completions", "bash"], terminal, TestReports.Clean);
        var script = _folder.Write("medcodes.bash", terminal.Out);

        var run = MedcodesProcess.Shell($"""bash -c 'source "{script}"; COMP_WORDS=({line}); COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"}-1)); _medcodes; echo "${"{"}COMPREPLY[*]{"}"}"'""");

        Assert.Equal(words, run.Out.Trim());
    }

    [NeedsTheory(Need.Fish)]
    [InlineData("medcodes che", "check")]
    [InlineData("medcodes check --fail-", "--fail-on")]
    [InlineData("medcodes check -o sar", "sarif")]
    [InlineData("medcodes check --select MC420", "MC4201 MC4202 MC4203 MC4204 MC4205")]
    [InlineData("medcodes rule MC210", "MC2101 MC2102 MC2103")]
    public void Fish_completes_with_it(string line, string words)
    {
        var script = Script("fish");

        var run = MedcodesProcess.Shell($"fish --no-config -c 'source \"{script}\"; complete --do-complete \"{line}\"'");

        Assert.Equal("", run.Err);
        Assert.All(words.Split(' '), word => Assert.Contains(word, run.Out.Split('\n').Select(one => one.Split('\t')[0])));
    }

    [NeedsFact(Need.Zsh)]
    public void Zsh_reads_it_and_completes_with_it()
    {
        var script = Script("zsh");

        var run = MedcodesProcess.Shell($"zsh -f -c 'autoload -U compinit; compinit -u -D; source \"{script}\"; print ${{_comps[medcodes]}}'");

        Assert.Equal(("_bash_complete -o filenames -F _medcodes\n", ""), (run.Out, run.Err));
    }

    [NeedsFact(Need.PowerShell)]
    public void PowerShell_completes_with_it()
    {
        var script = Script("ps1", "pwsh");

        var run = MedcodesProcess.Shell($"pwsh -NoProfile -Command '. \"{script}\"; (TabExpansion2 \"medcodes check --select MC420\" 28).CompletionMatches.CompletionText'");

        Assert.Contains("MC4201", run.Out, StringComparison.Ordinal);
    }

    private string Script(string ending, string? shell = null)
    {
        var terminal = new TestTerminal();
        Medcodes.Run(["completions", shell ?? ending], terminal, TestReports.Clean);
        return _folder.Write("medcodes." + ending, terminal.Out);
    }

    [Fact]
    public void An_unknown_shell_is_refused()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["completions", "bsh"], terminal, TestReports.Clean));
        Assert.Contains("did you mean 'bash'?", terminal.Err, StringComparison.Ordinal);
    }
}
