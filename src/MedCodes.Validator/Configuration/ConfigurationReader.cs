using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Waivers;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Configuration;

/// <summary>Reads configuration files. Everything that is wrong is said at once, with its place; nothing unknown is passed over.</summary>
public sealed class ConfigurationReader
{
    private static readonly ImmutableArray<string> FailLevels = ["error", "warning", "info", "never"];
    private static readonly ImmutableArray<string> BuiltIn = ["builtin:recommended", "builtin:strict"];

    private readonly Func<string, string?> _read;
    private readonly ImmutableArray<string> _profiles;
    private readonly RuleSettingReader _rules;
    private readonly WaiverReader _waivers;
    private readonly Diagnostics _diagnostics = new();

    /// <summary>Makes a reader.</summary>
    /// <param name="read">Reads a text file by its full path; null where there is none.</param>
    /// <param name="known">The ids, names and categories of rules that may be named.</param>
    /// <param name="profiles">The payer profiles that may be named.</param>
    public ConfigurationReader(Func<string, string?> read, IEnumerable<string> known, IEnumerable<string> profiles)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(profiles);
        _read = read;
        _profiles = [.. profiles];
        ImmutableArray<string> names = [.. known];
        _rules = new RuleSettingReader(names, _diagnostics);
        _waivers = new WaiverReader(names, _diagnostics);
    }

    /// <summary>Everything that was wrong with the files read so far.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToSorted();

    /// <summary>Reads a file and those that it extends; null where it cannot be used.</summary>
    /// <param name="path">The file's full path.</param>
    /// <param name="shown">The path as diagnostics and origins show it.</param>
    public ProjectConfiguration? Read(string path, string shown) => Read(path, shown, []);

    private ProjectConfiguration? Read(string path, string shown, ImmutableArray<string> extending)
    {
        if (_read(path) is not { } text)
            return null;
        var before = _diagnostics.Count;
        var source = new YamlSource(shown, text);
        if (source.Text.Split('\n').All(line => string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')))
            return ProjectConfiguration.Empty with { File = path };
        var node = YamlTreeReader.Read(source, _diagnostics);
        if (MappingReader.Of(node, "configuration", _diagnostics) is not { } map)
            return null;

        var start = ProjectConfiguration.Empty;
        foreach (var extended in FileNames.Of(map, "extends", _diagnostics))
            start = Extended(extended, path, shown, extending.Add(path)) is { } found ? Over(start, found) : start;
        var folder = Path.GetDirectoryName(path)!;
        map.YesNo("root");
        var rules = _rules.Read(map.Map("rules", "rules"));
        var read = start with
        {
            File = path,
            FailOn = FailOn(map) ?? start.FailOn,
            MaxWarnings = map.Number("max-warnings") is { } most ? new Setting<int>(most, OriginOf(map, "max-warnings")) : start.MaxWarnings,
            Baseline = FileNames.One(map, "baseline", _diagnostics) is { } baseline ? new Setting<string>(Path.GetFullPath(baseline, folder), OriginOf(map, "baseline")) : start.Baseline,
            RuleDirectory = FileNames.One(map, "rule-directory", _diagnostics) is { } own ? new Setting<string>(Path.GetFullPath(own, folder), OriginOf(map, "rule-directory")) : start.RuleDirectory,
            Extrapolate = map.YesNo("extrapolate") is { } beyond ? new Setting<bool>(beyond, OriginOf(map, "extrapolate")) : start.Extrapolate,
            Profile = ProfileOf(map) ?? start.Profile,
            Parameters = [.. start.Parameters, .. ParametersOf(map.Map("profiles", "profiles"))],
            Exclude = [.. start.Exclude, .. FileNames.Of(map, "exclude", _diagnostics).Select(glob => new Setting<Glob>(Glob.ParseNegatable(glob.Text), OriginOf(glob)))],
            Rules = start.Rules.SetItems(rules),
            Overrides = [.. start.Overrides, .. map.Items("overrides").Select(_rules.OverrideOf).OfType<Override>()],
            Waivers = [.. start.Waivers, .. map.Items("waivers").Select(item => _waivers.Read(item, source, text, folder)).OfType<Waiver>()],
        };
        map.Done();
        return _diagnostics.Count == before ? read : null;
    }

    private ProjectConfiguration? Extended(YamlScalar name, string path, string shown, ImmutableArray<string> extending)
    {
        if (name.Text.StartsWith("builtin:", StringComparison.Ordinal))
        {
            if (!BuiltIn.Contains(name.Text))
                _diagnostics.Unknown(name, "configuration", name.Text, BuiltIn);
            var origin = new Origin($"<{name.Text}>", 0);
            return name.Text != "builtin:strict" ? null : ProjectConfiguration.Empty with
            {
                FailOn = new Setting<Severity?>(Severity.Warning, origin),
                MaxWarnings = new Setting<int>(0, origin),
            };
        }

        var target = Path.GetFullPath(name.Text, Path.GetDirectoryName(path)!);
        var before = _diagnostics.Count;
        if (extending.Contains(target))
            _diagnostics.Add(name, $"'{name.Text}' extends this file in turn");
        else if (Read(target, Path.Combine(Path.GetDirectoryName(shown) ?? "", name.Text).Replace('\\', '/'), extending) is { } found)
            return found;
        else if (_diagnostics.Count == before)
            _diagnostics.Add(name, $"there is no file '{name.Text}'");
        return null;
    }

    // Of two files that are extended the later one counts.
    private static ProjectConfiguration Over(ProjectConfiguration first, ProjectConfiguration second) => second with
    {
        FailOn = second.FailOn.Origin == Origin.Default ? first.FailOn : second.FailOn,
        MaxWarnings = second.MaxWarnings ?? first.MaxWarnings,
        Baseline = second.Baseline ?? first.Baseline,
        RuleDirectory = second.RuleDirectory ?? first.RuleDirectory,
        Extrapolate = second.Extrapolate ?? first.Extrapolate,
        Profile = second.Profile ?? first.Profile,
        Parameters = [.. first.Parameters, .. second.Parameters],
        Exclude = [.. first.Exclude, .. second.Exclude],
        Rules = first.Rules.SetItems(second.Rules),
        Overrides = [.. first.Overrides, .. second.Overrides],
        Waivers = [.. first.Waivers, .. second.Waivers],
    };

    private static Setting<Severity?>? FailOn(MappingReader map) => map.Choice("fail-on", FailLevels) is { } level
        ? new Setting<Severity?>(RuleSettingReader.SeverityOf(level), OriginOf(map, "fail-on"))
        : null;

    private Setting<string>? ProfileOf(MappingReader map)
    {
        if (map.Text("profile") is not { } name)
            return null;
        if (!_profiles.Contains(name))
            _diagnostics.Unknown(map.Mapping["profile"]!, "profile", name, _profiles);
        return new Setting<string>(name, OriginOf(map, "profile"));
    }

    private IEnumerable<Setting<ProfileParameter>> ParametersOf(MappingReader? map)
    {
        foreach (var profile in map?.Mapping.Entries ?? [])
        {
            if (!_profiles.Contains(profile.Key.Text))
                _diagnostics.Unknown(profile.Key, "profile", profile.Key.Text, _profiles);
            foreach (var entry in MappingReader.Of(profile.Value, "profile", _diagnostics)?.Mapping.Entries ?? [])
            {
                if (PolicyParameters.Find(entry.Key.Text) is not { } parameter)
                    _diagnostics.Unknown(entry.Key, "parameter", entry.Key.Text, PolicyParameters.All.Select(known => known.Name));
                else if (entry.Value is not YamlScalar { IsNull: false } value)
                    _diagnostics.Add(entry.Value, $"{parameter.Name} is {parameter.Type.DescribeOne()}, not {entry.Value.Shape}");
                else if (ProfileParameter.FaultOf(parameter, value.Text) is { } fault)
                    _diagnostics.Add(value, fault);
                else
                    yield return new Setting<ProfileParameter>(new ProfileParameter(profile.Key.Text, parameter.Name, value.Text), OriginOf(entry.Key));
            }
        }
    }

    private static Origin OriginOf(MappingReader map, string key) => OriginOf(map.Mapping.Entries.First(entry => entry.Key.Text == key).Key);

    internal static Origin OriginOf(YamlNode node) => new(node.Source.Path, node.Mark.Line);
}
