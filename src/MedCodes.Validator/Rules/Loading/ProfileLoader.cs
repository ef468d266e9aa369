using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads payer profiles, which may extend others.</summary>
internal sealed class ProfileLoader(Diagnostics diagnostics)
{
    private readonly Dictionary<string, MappingReader> _written = new(StringComparer.Ordinal);

    public void Add(YamlNode node)
    {
        if (MappingReader.Of(node, "profile", diagnostics) is not { } reader)
            return;
        var name = reader.RequiredText("profile");
        if (name != node.Source.Name && reader.Node("profile") is { } title)
            diagnostics.Add(title, $"the profile '{name}' stands in a file named '{node.Source.Name}'; the file is named as the profile");
        if (!_written.TryAdd(name, reader))
            diagnostics.Add(reader.Node("profile") ?? node, $"the profile '{name}' is there twice");
    }

    /// <summary>All profiles; exactly one of them is the default.</summary>
    /// <param name="names">The ids, names and categories of rules that a profile may speak of; a name stands for its id.</param>
    public ImmutableArray<Profile> Resolve(IReadOnlyDictionary<string, string> names)
    {
        foreach (var reader in _written.Values)
            CheckNames(reader, names);
        var profiles = _written.Keys.Order(StringComparer.Ordinal).Select(name => Load(name, names, [])).OfType<Profile>().ToImmutableArray();
        foreach (var reader in _written.Values)
            reader.Done();
        foreach (var second in profiles.Where(profile => profile.IsDefault).Skip(1))
            diagnostics.Add(_written[second.Name].Node("default")!, $"the profile '{second.Name}' is a second default");
        foreach (var second in profiles.Where(profile => profile.IsForPages).Skip(1))
            diagnostics.Add(_written[second.Name].Node("for")!, $"the profile '{second.Name}' is a second one for pages");
        CheckTies(profiles);
        return profiles;
    }

    // Two profiles for the same payer or indicator would make the choice depend on the order of files.
    private void CheckTies(ImmutableArray<Profile> profiles)
    {
        for (var i = 0; i < profiles.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var shared = profiles[i].Payers.Intersect(profiles[j].Payers).Concat(
                    profiles[i].Payers.IsEmpty && profiles[j].Payers.IsEmpty
                        ? profiles[i].FilingIndicators.Intersect(profiles[j].FilingIndicators)
                        : []);
                foreach (var value in shared)
                    diagnostics.Add(PlaceOf(_written[profiles[i].Name], value), $"the profiles '{profiles[j].Name}' and '{profiles[i].Name}' are both for {value}");
            }
        }
    }

    private static YamlNode PlaceOf(MappingReader profile, string value) =>
        profile.Map("for", "choice of claims") is { } choice
            ? choice.Scalars("payers").Concat(choice.Scalars("filing-indicators")).First(scalar => scalar.Text == value)
            : profile.Mapping;

    private void CheckNames(MappingReader profile, IReadOnlyDictionary<string, string> names)
    {
        var severities = profile.Map("severities", "severities")?.Mapping.Entries.Select(entry => entry.Key).ToList() ?? [];
        var off = profile.Scalars("off");
        foreach (var name in severities.Concat(off).Where(name => !names.ContainsKey(name.Text)))
            diagnostics.Unknown(name, "rule or category", name.Text, names.Keys);
        var silent = off.Select(name => names.GetValueOrDefault(name.Text, name.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in severities.Where(name => silent.Contains(names.GetValueOrDefault(name.Text, name.Text))))
            diagnostics.Add(name, $"'{name.Text}' is off in this profile, so it has no severity");
    }

    private Profile? Load(string name, IReadOnlyDictionary<string, string> names, HashSet<string> above)
    {
        var reader = _written[name];
        Profile? parent = null;
        if (reader.Text("extends") is not null && reader.Node("extends") is YamlScalar extends)
        {
            if (!_written.ContainsKey(extends.Text))
                diagnostics.Unknown(extends, "profile", extends.Text, _written.Keys);
            else if (!above.Add(name) || above.Contains(extends.Text))
                diagnostics.Add(extends, $"the profile '{name}' extends itself by way of others");
            else
                parent = Load(extends.Text, names, above);
        }

        _ = reader.Text("summary");
        var @for = reader.Map("for", "choice of claims");
        var profile = new Profile
        {
            Name = name,
            IsDefault = reader.YesNo("default") ?? false,
            Extends = parent?.Name,
            IsForPages = @for?.YesNo("pages") ?? false,
            Payers = @for?.Texts("payers") ?? [],
            FilingIndicators = @for?.Texts("filing-indicators") ?? [],
            Severities = LoadSeverities(reader, names, parent),
            Parameters = LoadParameters(reader.Map("parameters", "parameters"), parent),
        };
        @for?.Done();
        return profile;
    }

    // What a profile says of a rule or category takes the place of what the one that it extends says of the same.
    private static FrozenDictionary<string, Severity?> LoadSeverities(MappingReader profile, IReadOnlyDictionary<string, string> names, Profile? parent)
    {
        var all = new Dictionary<string, Severity?>(parent?.Severities ?? FrozenDictionary<string, Severity?>.Empty, StringComparer.Ordinal);
        var severities = profile.Map("severities", "severities");
        foreach (var entry in severities?.Mapping.Entries ?? [])
            all[names.GetValueOrDefault(entry.Key.Text, entry.Key.Text)] = HeadLoader.SeverityOf(severities!.Choice(entry.Key.Text, RuleChoices.Severities));
        foreach (var off in profile.Texts("off"))
            all[names.GetValueOrDefault(off, off)] = null;
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private FrozenDictionary<string, ImmutableArray<ParameterValue>> LoadParameters(MappingReader? parameters, Profile? parent)
    {
        var all = new Dictionary<string, ImmutableArray<ParameterValue>>(
            parent?.Parameters ?? FrozenDictionary<string, ImmutableArray<ParameterValue>>.Empty, StringComparer.Ordinal);
        foreach (var entry in parameters?.Mapping.Entries ?? [])
        {
            if (PolicyParameters.Find(entry.Key.Text) is { } parameter)
                all[parameter.Name] = [.. parameters!.Items(parameter.Name).Select(item => LoadValue(item, parameter)).OfType<ParameterValue>()];
            else
                diagnostics.Unknown(entry.Key, "parameter", entry.Key.Text, PolicyParameters.All.Select(known => known.Name));
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private ParameterValue? LoadValue(YamlNode node, Parameter parameter)
    {
        if (MappingReader.Of(node, "parameter", diagnostics) is not { } reader || reader.RequiredName("value") is not { } written)
            return null;
        var from = reader.Date("from");
        var through = reader.Date("through");
        var source = reader.Text("source");
        reader.Done();
        if (parameter.Type.Names.IsEmpty || parameter.Type.Names.Contains(written.Text))
        {
            if (LiteralValue.Parse(written.Text, parameter.Type) is { } value)
                return new ParameterValue(value, from, through, source);
        }

        diagnostics.Add(written, $"{parameter.Name} is {parameter.Type.DescribeOne()}, not '{written.Text}'");
        return null;
    }
}
