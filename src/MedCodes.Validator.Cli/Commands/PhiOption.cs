using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What commands that show claims on a console may show of them: never everything.</summary>
internal sealed class PhiOption(string description)
{
    private static readonly string[] Levels = ["mask", "account"];

    /// <summary>The option.</summary>
    public Option<string> Option { get; } = new("--phi")
    {
        Description = $"{description} Default: account on a terminal, else mask.",
        HelpName = "LEVEL",
    };

    /// <summary>The level that is asked for, else the one that fits where the text goes.</summary>
    /// <exception cref="FailureException">There is no such level.</exception>
    public PhiLevel Of(ParseResult parsed, ITerminal terminal)
    {
        if (parsed.GetValue(Option) is not { } written)
            return terminal.OutputIsTerminal && terminal.Variable("CI") is null ? PhiLevel.Account : PhiLevel.Mask;
        return Levels.Contains(written)
            ? (PhiLevel)Array.IndexOf(Levels, written)
            : throw new FailureException($"--phi is one of {string.Join(", ", Levels)} here, not '{written}'{Spelling.Hint(written, Levels)}");
    }
}
