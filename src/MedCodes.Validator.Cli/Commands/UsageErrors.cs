using System.CommandLine;
using System.CommandLine.Parsing;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class UsageErrors
{
    /// <exception cref="FailureException">The command line cannot be understood.</exception>
    public static void ThrowFor(ParseResult parsed, RootCommand root)
    {
        var command = parsed.CommandResult.Command;
        if (UnknownOption(parsed) is { } option)
        {
            if (OptionsIn(parsed).FirstOrDefault(one => one.Tokens.Any(token => WordOf(token) == option)) is { IdentifierToken: { } before } && OptionsOf(command).Contains(option))
                throw new FailureException($"the option '{before.Value}' needs a value, and '{option}' is another option");
            if (OptionsOf(command).Contains(option))
                throw new FailureException($"the option '{option}' stands behind its command, as in medcodes {command.Name} {option}");

            // Of letters each is as near as any other.
            throw new FailureException($"unknown option '{option}'{(option.Length > 2 ? Spelling.Hint(option, OptionsOf(command).Where(known => known.Length > 2)) : "")}");
        }

        if (parsed.Errors.Count == 0)
            return;
        var surplus = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (command == root)
            throw new FailureException(surplus is null ? "no command given; see medcodes --help" : $"unknown command '{surplus}'{Spelling.Hint(surplus, NamesOf(root))}");
        var path = PathOf(command, root);
        if (OptionsIn(parsed).FirstOrDefault(one => one.Tokens.Count < one.Option.Arity.MinimumNumberOfValues) is { IdentifierToken: { } name } bare)
            throw new FailureException($"the option '{name.Value}' needs a value{(bare.Option.HelpName is { } shown ? ", " + shown : "")}");
        if (command is { Action: null, Subcommands.Count: > 0 })
            throw new FailureException($"{(surplus is null ? $"{path} needs a command" : $"unknown command '{path} {surplus}'")}{HintOf(surplus, command)}");
        if (command.Arguments.FirstOrDefault(one => (parsed.GetResult(one)?.Tokens.Count ?? 0) < one.Arity.MinimumNumberOfValues) is { } missing)
            throw new FailureException($"{path} needs {missing.Name}: {missing.Description?.TrimEnd('.')}");
        throw new FailureException(surplus is not null
            ? $"'{surplus}' is one word too many for {path}; see {path} --help"
            : string.Join('\n', parsed.Errors.Select(error => error.Message.TrimEnd('.'))));
    }

    private static string HintOf(string? written, Command command) =>
        written is not null && Spelling.Hint(written, NamesOf(command)) is { Length: > 0 } hint ? hint : $"; it is one of {string.Join(", ", NamesOf(command))}";

    private static IEnumerable<string> NamesOf(Command command) => command.Subcommands.Select(one => one.Name);

    /// <summary>The words that call a command.</summary>
    private static string PathOf(Command command, RootCommand root) =>
        command == root ? "medcodes" : $"{PathOf(command.Parents.OfType<Command>().First(), root)} {command.Name}";

    private static IEnumerable<OptionResult> OptionsIn(ParseResult parsed) => parsed.CommandResult.Children.OfType<OptionResult>().Where(one => !one.Implicit);

    /// <summary>What looks like an option and is none is parsed as a path; a path that starts with a dash stands behind "--". A number below zero may be an option's value.</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
        .Where(token => !char.IsAsciiDigit(token.Value[1]) || !OptionsIn(parsed).Any(option => option.Tokens.Contains(token)))
        .Select(WordOf)
        .FirstOrDefault();

    private static string WordOf(Token token) => token.Value.Split('=')[0];

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Append("--help");
}
