using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What options are given: on the command line, else in the environment.</summary>
internal sealed class Said
{
    private const string Prefix = "MEDCODES_";

    private readonly ParseResult _parsed;
    private readonly ITerminal _terminal;

    /// <exception cref="FailureException">A variable is called almost as one for an option is.</exception>
    public Said(ParseResult parsed, ITerminal terminal)
    {
        _parsed = parsed;
        _terminal = terminal;
        var known = OptionsOf(parsed.RootCommandResult.Command).Select(NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in terminal.VariableNames.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            // Others may have variables with these letters; what looks like a typing error would be passed over without a word.
            if (Yaml.Spelling.Nearest(name[Prefix.Length..], parsed.CommandResult.Command.Options.Select(option => NameOf(option)[Prefix.Length..])) is { } nearest)
                throw new FailureException($"no option has the variable {name}; did you mean {Prefix}{nearest}?");
        }
    }

    /// <summary>The value of an option; null where it is not given.</summary>
    public string? One(Option<string> option) => _parsed.GetResult(option) is null ? Variable(option) : _parsed.GetValue(option);

    /// <summary>The values of an option; of a variable those between blanks.</summary>
    public IReadOnlyList<string> Many(Option<string[]> option) => _parsed.GetResult(option) is null
        ? Variable(option)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []
        : _parsed.GetValue(option) ?? [];

    /// <summary>Whether a switch is set.</summary>
    /// <exception cref="FailureException">The variable is neither yes nor no.</exception>
    public bool Is(Option<bool> option)
    {
        if (_parsed.GetResult(option) is { Implicit: false })
            return _parsed.GetValue(option);
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

    private string? Variable(Option option) => _terminal.Variable(NameOf(option));

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Concat(command.Subcommands.SelectMany(OptionsOf));

    /// <summary>The variable that stands for an option.</summary>
    public static string NameOf(Option option) => Prefix + option.Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();
}
