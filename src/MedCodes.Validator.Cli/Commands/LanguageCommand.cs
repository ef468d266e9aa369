using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules.Description;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes language</c>: the reference page of the rule language, or a JSON Schema for editors.</summary>
internal sealed class LanguageCommand
{
    private static readonly SortedDictionary<string, Func<string>> Others = new(StringComparer.Ordinal)
    {
        ["configuration"] = () => StarterConfiguration.Schema,
        ["ndjson"] = () => JsonReport.LineSchema,
        ["report"] = () => JsonReport.Schema,
    };

    private readonly ITerminal _terminal;

    private readonly Option<string> _schema = new("--schema")
    {
        Description = $"Write a JSON Schema instead: {string.Join(", ", Names)}.",
        HelpName = "NAME",
    };

    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    private static IEnumerable<string> Names => [.. LanguageSchemas.Names, .. Others.Keys];

    public LanguageCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("language", "Describe the language of rules: facts, fields, operators, words.") { _schema, _rules };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        using var text = new StringWriter();
        if (parsed.GetValue(_schema) is not { } name)
            LanguageReference.Write(RuleLibrary.Load(parsed.GetValue(_rules), _terminal), text);
        else if (Others.TryGetValue(name, out var other))
            text.Write(other());
        else if (LanguageSchemas.Names.Contains(name))
            text.Write(LanguageSchemas.Write(name, RuleLibrary.Load(parsed.GetValue(_rules), _terminal)));
        else
            throw new FailureException($"there is no schema '{name}'{Spelling.Hint(name, Names)}");
        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }
}
