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
            if (OptionsOf(command).Contains(option))
                throw new FailureException($"the option '{option}' stands behind its command, as in medcodes {command.Name} {option}");

            // Of letters each is as near as any other.
            throw new FailureException($"unknown option '{option}'{(option.Length > 2 ? Spelling.Hint(option, OptionsOf(command).Where(known => known.Length > 2)) : "")}");
        }

        if (parsed.Errors.Count == 0)
            return;
        if (command != root)
            throw new FailureException(string.Join('\n', parsed.Errors.Select(error => error.Message.TrimEnd('.'))));
        if (parsed.UnmatchedTokens.Count == 0)
            throw new FailureException("no command given; see medcodes --help");
        var word = parsed.UnmatchedTokens[0];
        throw new FailureException($"unknown command '{word}'{Spelling.Hint(word, root.Subcommands.Select(one => one.Name))}");
    }

    /// <summary>What looks like an option and is none is parsed as a path; a path that starts with a dash stands behind "--".</summary>
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-')
        .Select(token => token.Value.Split('=')[0])
        .FirstOrDefault();

    private static IEnumerable<string> OptionsOf(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Append("--help");
}
