using System.Collections.Frozen;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads code sets, which may include and exclude others.</summary>
internal sealed class CodeSetLoader(Diagnostics diagnostics)
{
    private readonly Dictionary<string, Written> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _resolved = new(StringComparer.Ordinal);

    /// <summary>Reads one file.</summary>
    public void Add(YamlNode node)
    {
        if (MappingReader.Of(node, "code set", diagnostics) is not { } reader)
            return;
        var name = reader.RequiredText("code-set");
        var written = new Written(
            reader.RequiredText("summary"),
            Codes(reader, "include"),
            reader.Scalars("include-sets").ToList(),
            Codes(reader, "exclude"),
            reader.Scalars("exclude-sets").ToList(),
            reader.Date("from"),
            reader.Date("through"));
        SourceReader.Skip(reader, diagnostics);
        reader.Done();
        if (name != node.Source.Name && reader.Node("code-set") is { } title)
            diagnostics.Add(title, $"the code set '{name}' stands in a file named '{node.Source.Name}'; the file is named as the set");
        if (!_written.TryAdd(name, written))
            diagnostics.Add(reader.Node("code-set") ?? node, $"the code set '{name}' is there twice");
        _names[name] = reader.Node("code-set") ?? node;
    }

    /// <summary>All sets, with what they include and exclude worked out.</summary>
    public FrozenDictionary<string, CodeSet> Resolve()
    {
        var sets = All();
        foreach (var empty in sets.Values.Where(set => set.IsEmpty && diagnostics.Count == 0))
            diagnostics.Add(_names[empty.Name], $"the code set '{empty.Name}' has no codes, so nothing is ever in it");
        return sets;
    }

    private FrozenDictionary<string, CodeSet> All() => _written.ToFrozenDictionary(
        set => set.Key,
        set => new CodeSet(set.Key, set.Value.Summary, CodesOf(set.Key, []), set.Value.From, set.Value.Through),
        StringComparer.Ordinal);

    private HashSet<string> CodesOf(string name, HashSet<string> above)
    {
        if (_resolved.TryGetValue(name, out var known))
            return known;
        var written = _written[name];
        var codes = new HashSet<string>(written.Include, StringComparer.Ordinal);
        above.Add(name);
        foreach (var other in Others(written.IncludeSets, above))
            codes.UnionWith(CodesOf(other, above));
        foreach (var other in Others(written.ExcludeSets, above))
            codes.ExceptWith(CodesOf(other, above));
        codes.ExceptWith(written.Exclude);
        above.Remove(name);
        return _resolved[name] = codes;
    }

    private IEnumerable<string> Others(List<YamlScalar> names, HashSet<string> above)
    {
        foreach (var name in names)
        {
            if (!_written.ContainsKey(name.Text))
                diagnostics.Unknown(name, "code set", name.Text, _written.Keys);
            else if (above.Contains(name.Text))
                diagnostics.Add(name, $"the code set '{name.Text}' includes itself by way of others");
            else if (_written[name.Text] is { From: not null } or { Through: not null })
                diagnostics.Add(name, $"the code set '{name.Text}' holds for a time only and so is no part of another one; list its codes");
            else
                yield return name.Text;
        }
    }

    private List<string> Codes(MappingReader reader, string key)
    {
        var codes = new List<string>();
        foreach (var scalar in reader.Scalars(key))
        {
            if (CodeRange.Expand(scalar.Text) is { } expanded)
                codes.AddRange(expanded);
            else
                diagnostics.Add(scalar, $"'{scalar.Text}' is no range: both ends have one shape, and the first comes first");
        }

        return codes;
    }

    private sealed record Written(
        string Summary,
        List<string> Include,
        List<YamlScalar> IncludeSets,
        List<string> Exclude,
        List<YamlScalar> ExcludeSets,
        DateOnly? From,
        DateOnly? Through);
}
