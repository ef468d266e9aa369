using System.CommandLine;
using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes config show|schema</c>.</summary>
internal sealed class ConfigCommand
{
    private readonly ITerminal _terminal;

    public ConfigCommand(ITerminal terminal)
    {
        _terminal = terminal;
        var schema = new Command("schema", "Write the JSON Schema of medcodes.yaml.");
        schema.SetAction(_ => Write(StarterConfiguration.Schema));
        Command = new Command("config", "Say what holds for a file and where that is said.") { Show(), schema };
    }

    public Command Command { get; }

    private Command Show()
    {
        var path = new Argument<string?>("FILE") { Description = "The file; without it the working directory.", Arity = ArgumentArity.ZeroOrOne };
        var config = new Option<string>("--config") { HelpName = "PATH", Description = "The configuration file." };
        var command = new Command("show", "Show every value with its origin.") { path, config };
        command.SetAction(parsed =>
        {
            var rules = RuleLibrary.Load(null as string, _terminal);
            var configurations = new ProjectConfigurations(rules, parsed.GetValue(config), _terminal);
            var file = parsed.GetValue(path);
            var found = file is null ? configurations.OfRun() : configurations.OfFile(file);
            configurations.RequireSound([]);
            return Write(Shown(found, file));
        });
        return command;
    }

    private static string Shown(ProjectConfiguration found, string? file)
    {
        var text = new StringBuilder();
        void Line(string key, string value, Origin origin) => text.Append(FormattableString.Invariant($"{key + " = " + value,-48} # {origin}\n"));
        text.Append(FormattableString.Invariant($"file = {found.File ?? "none"}\n"));
        Line("fail-on", Word(found.FailOn.Value, "never"), found.FailOn.Origin);
        Line("max-warnings", found.MaxWarnings is { } most ? FormattableString.Invariant($"{most.Value}") : "any", found.MaxWarnings?.Origin ?? Origin.Default);
        Line("baseline", found.Baseline?.Value ?? BaselineFile.UsualName, found.Baseline?.Origin ?? Origin.Default);
        Line("rule-directory", found.RuleDirectory?.Value ?? "none", found.RuleDirectory?.Origin ?? Origin.Default);
        Line("extrapolate", found.Extrapolate is { Value: true } ? "yes" : "no", found.Extrapolate?.Origin ?? Origin.Default);
        Line("profile", found.Profile?.Value ?? "that of each claim's payer", found.Profile?.Origin ?? Origin.Default);
        foreach (var parameter in found.Parameters)
            Line($"profiles.{parameter.Value.Profile}.{parameter.Value.Name}", parameter.Value.Value, parameter.Origin);
        foreach (var glob in found.Exclude)
            Line("exclude", glob.Value.Pattern, glob.Origin);
        foreach (var (rule, setting) in found.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
            Line("rules." + rule, Word(setting.Severity, "off"), setting.Origin);
        foreach (var over in found.Overrides)
        {
            var fits = file is not null && over.Files.Any(glob => glob.Matches(ConfigurationFinder.Relative(file, found)));
            foreach (var (rule, setting) in over.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
                Line($"overrides[{string.Join(", ", over.Files.Select(glob => glob.Pattern))}].{rule}", Word(setting.Severity, "off") + (fits ? " (holds for the file)" : ""), setting.Origin);
        }

        foreach (var waiver in found.Waivers)
            text.Append(FormattableString.Invariant($"waiver of {waiver.Rule}: {waiver.Reason} # {waiver.File.Path}\n"));
        return text.ToString();
    }

    private static string Word(Severity? severity, string none) => severity?.ToString().ToLowerInvariant() ?? none;

    private int Write(string text)
    {
        StandardOutput.Write(_terminal, text);
        return ExitCode.Clean;
    }
}
