using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What options are given: on the command line, else in the environment.</summary>
internal sealed class Said(ParseResult parsed, ITerminal terminal)
{
    /// <summary>The value of an option; null where it is not given.</summary>
    public string? One(Option<string> option) => parsed.GetResult(option) is null ? Variable(option) : parsed.GetValue(option);

    /// <summary>The values of an option; of a variable those between blanks.</summary>
    public IReadOnlyList<string> Many(Option<string[]> option) => parsed.GetResult(option) is null
        ? Variable(option)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
        : parsed.GetValue(option) ?? [];

    /// <summary>Whether a switch is set.</summary>
    /// <exception cref="FailureException">The variable is neither yes nor no.</exception>
    public bool Is(Option<bool> option)
    {
        if (parsed.GetResult(option) is { Implicit: false })
            return parsed.GetValue(option);
        return Variable(option) switch
        {
            null or "0" or "false" or "no" => false,
            "1" or "true" or "yes" => true,
            var other => throw new FailureException($"{NameOf(option)} is 1 or 0, not '{other}'"),
        };
    }

    /// <summary>The value of an option that takes one of a few words; null where it is not given.</summary>
    /// <exception cref="FailureException">It is none of them.</exception>
    public string? Choice(Option<string> option, string[] known) => One(option) is { } written ? Known(option.Name, written, known) : null;

    /// <exception cref="FailureException">The word is none of those known.</exception>
    public static string Known(string option, string written, string[] known) => known.Contains(written)
        ? written
        : throw new FailureException($"{option} is one of {string.Join(", ", known)}, not '{written}'{Spelling.Hint(written, known)}");

    private string? Variable(Option option) => terminal.Variable(NameOf(option));

    private static string NameOf(Option option) => "MEDCODES_" + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();
}
