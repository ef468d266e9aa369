using System.CommandLine;
using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

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
            // Of what stands on this command line none is an option of the check, so these are the variables, judged as the check judges them.
            var arguments = new CheckArguments(_terminal);
            var options = arguments.Read(parsed);
            var rules = RuleLibrary.Load(options.RulesDirectory, _terminal);
            var configurations = new ProjectConfigurations(rules, parsed.GetValue(config) ?? options.Configuration, _terminal);
            var file = parsed.GetValue(path);
            var found = file is null ? configurations.OfRun() : configurations.OfFile(file);
            configurations.RequireSound([]);
            return Write(Shown(found, file, arguments.FromEnvironment().Where(one => one.Name != "config" || parsed.GetResult(config) is null)));
        });
        return command;
    }

    private static string Shown(ProjectConfiguration found, string? file, IEnumerable<(string Name, string Value, string Variable)> environment)
    {
        var said = environment.ToDictionary(one => one.Name, StringComparer.Ordinal);
        var text = new StringBuilder();
        void Line(string key, string value, Origin origin) => text.Append(FormattableString.Invariant($"{key + " = " + value,-48} # {origin}\n"));

        // The command line says the last word, and variables stand for it.
        void Setting(string option, string key, string value, Origin? origin)
        {
            if (said.Remove(option, out var variable))
                (value, origin) = (variable.Value, new Origin(variable.Variable, 0));
            Line(key, value, origin ?? Origin.Default);
        }

        text.Append(FormattableString.Invariant($"file = {found.File ?? "none"}\n"));
        Setting("fail-on", "fail-on", Word(found.FailOn.Value, "never"), found.FailOn.Origin);
        Setting("max-warnings", "max-warnings", found.MaxWarnings is { } most ? FormattableString.Invariant($"{most.Value}") : "any", found.MaxWarnings?.Origin);
        Setting("baseline", "baseline", found.Baseline?.Value ?? BaselineFile.UsualName, found.Baseline?.Origin);
        Setting("rules", "rule-directory", found.RuleDirectory?.Value ?? "none", found.RuleDirectory?.Origin);
        Setting("extrapolate", "extrapolate", found.Extrapolate is { Value: true } ? "yes" : "no", found.Extrapolate?.Origin);
        Setting("profile", "profile", found.Profile?.Value ?? "that of each claim's payer", found.Profile?.Origin);
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

        foreach (var (name, value, variable) in said.Values)
            Line(name, value, new Origin(variable, 0));
        foreach (var waiver in found.Waivers)
            Line("waivers." + waiver.Rule, waiver.Reason + (waiver.Until is { } last ? FormattableString.Invariant($" (until {last:yyyy-MM-dd})") : ""), new Origin(waiver.File.Path, LineIndex.Of(waiver.File).At(waiver.Span.Offset).Line));
        return text.ToString();
    }

    private static string Word(Severity? severity, string none) => severity?.ToString().ToLowerInvariant() ?? none;

    private int Write(string text)
    {
        StandardOutput.Write(_terminal, text);
        return ExitCode.Clean;
    }
}
