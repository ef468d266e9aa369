using System.CommandLine;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The words that a shell can complete.</summary>
/// <param name="Commands">The commands with their options and the words that may follow them directly.</param>
/// <param name="Formats">The formats of reports.</param>
/// <param name="Rules">The ids of the rules.</param>
internal sealed record CompletionWords(IReadOnlyList<CompletedCommand> Commands, IReadOnlyList<string> Formats, IReadOnlyList<string> Rules)
{
    public static CompletionWords Of(RootCommand root, IEnumerable<string> rules) => new(
        [
            .. root.Subcommands.Select(command => new CompletedCommand(
                command.Name,
                [.. command.Options.Concat(command.Subcommands.SelectMany(inner => inner.Options)).Select(option => option.Name).Append("--help").Distinct().Order(StringComparer.Ordinal)],
                [.. command.Subcommands.Select(inner => inner.Name)])),
        ],
        ReportFormats.Names,
        [.. rules]);
}

/// <summary>A command.</summary>
internal sealed record CompletedCommand(string Name, IReadOnlyList<string> Options, IReadOnlyList<string> Verbs);
