using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Configuration;

/// <summary>Reads what a configuration says of rules, of all files or of some.</summary>
/// <param name="known">The ids, names and categories of rules that may be named.</param>
/// <param name="diagnostics">Where faults go.</param>
internal sealed class RuleSettingReader(ImmutableArray<string> known, Diagnostics diagnostics)
{
    private static readonly ImmutableArray<string> Levels = ["off", "info", "warning", "error"];

    /// <summary>What is said of rules, by what names them.</summary>
    public ImmutableDictionary<string, RuleSetting> Read(MappingReader? map)
    {
        var rules = ImmutableDictionary.CreateBuilder<string, RuleSetting>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map?.Mapping.Entries ?? [])
        {
            if (!known.Contains(entry.Key.Text, StringComparer.OrdinalIgnoreCase))
                diagnostics.Unknown(entry.Key, "rule", entry.Key.Text, known);
            if (LevelOf(entry.Value) is not { } level)
                continue;
            if (!Levels.Contains(level.Text))
                diagnostics.Unknown(level, "severity", level.Text, Levels);
            else
                rules[entry.Key.Text] = new RuleSetting(SeverityOf(level.Text), ConfigurationReader.OriginOf(entry.Key));
        }

        return rules.ToImmutable();
    }

    /// <summary>What is said of a rule: a level, or a map with one.</summary>
    private YamlScalar? LevelOf(YamlNode said)
    {
        if (said is YamlScalar { IsNull: false } level)
            return level;
        if (said is not YamlMapping mapping)
        {
            diagnostics.Add(said, $"a rule is one of {string.Join(", ", Levels)}, not {said.Shape}");
            return null;
        }

        var map = new MappingReader(mapping, "rule", diagnostics);
        if (map.Node("options") is { } options)
            diagnostics.Add(options, "a rule has no options here: what payers want otherwise stands under 'profiles', and a rule of your own may replace any of these");
        var severity = map.RequiredName("severity");
        map.Done();
        return severity;
    }

    /// <summary>What is said of rules in some files; null, with a diagnostic, where it cannot be used.</summary>
    public Override? OverrideOf(YamlNode node)
    {
        if (MappingReader.Of(node, "override", diagnostics) is not { } map)
            return null;
        map.Required("files");
        map.Required("rules");
        var read = new Override([.. FileNames.Of(map, "files", diagnostics).Select(name => Glob.Parse(name.Text))], Read(map.Map("rules", "rules")));
        map.Done();
        return read;
    }

    /// <summary>A severity by its word; null for "off" and "never".</summary>
    public static Severity? SeverityOf(string level) => level switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => null,
    };
}
