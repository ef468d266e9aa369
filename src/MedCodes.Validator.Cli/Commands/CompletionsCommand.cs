using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes completions SHELL</c>: a script that completes commands, options, formats and rule ids.</summary>
internal sealed class CompletionsCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public CompletionsCommand(ITerminal terminal, RootCommand root)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        Command = new Command("completions", "Write a script that completes commands, options, formats and rule ids.") { shell };
        Command.SetAction(parsed =>
        {
            var rules = RuleLibrary.Load(null as string, terminal);
            var words = CompletionWords.Of(root, rules.Rules.Select(rule => rule.Id));
            StandardOutput.Write(terminal, Said.Known("SHELL", parsed.GetValue(shell)!, Shells) switch
            {
                "bash" => CompletionScripts.Bash(words),
                "zsh" => CompletionScripts.Zsh(words),
                "fish" => CompletionScripts.Fish(words),
                _ => CompletionScripts.PowerShell(words),
            });
            return ExitCode.Clean;
        });
    }

    public Command Command { get; }
}
