using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads maps of conditions. In <c>where</c> a key is a field of the entry's own fact, elsewhere it is <c>name.field</c>.</summary>
/// <param name="load">Reads the values.</param>
/// <param name="own">The entry whose <c>where</c> is read; null in <c>check</c> and <c>unless</c>.</param>
internal sealed class ConditionLoader(ValueLoader load, (string Name, FactKind Kind)? own)
{
    /// <summary>Reads a condition; null, with a diagnostic, where nothing in it can be read.</summary>
    /// <param name="node">The map.</param>
    /// <param name="skip">Keys that somebody else reads.</param>
    public Condition? Load(YamlNode node, IReadOnlySet<string>? skip = null)
    {
        if (node is not YamlMapping mapping)
        {
            load.Diagnostics.Add(node, $"a condition is a map, not {node.Shape}");
            return null;
        }

        if (mapping.Entries.IsEmpty)
            load.Diagnostics.Add(node, "the condition is empty: it always holds");
        var parts = mapping.Entries
            .Where(entry => skip is null || !skip.Contains(entry.Key.Text))
            .Select(LoadEntry)
            .OfType<Condition>()
            .ToImmutableArray();
        return parts switch
        {
            [] => null,
            [var only] => only,
            _ => new Condition.All(parts),
        };
    }

    private Condition? LoadEntry(YamlEntry entry)
    {
        switch (entry.Key.Text)
        {
            case "all":
                return LoadList(entry) is { IsEmpty: false } all ? new Condition.All(all) : null;
            case "any":
                return LoadList(entry) is { IsEmpty: false } any ? new Condition.Any(any) : null;
            case "not":
                return Load(entry.Value) is { } part ? new Condition.Not(part) : null;
            default:
                return LoadTest(entry);
        }
    }

    private ImmutableArray<Condition> LoadList(YamlEntry entry)
    {
        if (entry.Value is YamlSequence list)
            return [.. list.Items.Select(item => Load(item)).OfType<Condition>()];
        load.Diagnostics.Add(entry.Value, $"'{entry.Key.Text}' takes a list of conditions, not {entry.Value.Shape}");
        return [];
    }

    private Condition.Is? LoadTest(YamlEntry entry)
    {
        var key = entry.Key;
        if (key.Text == "in-force")
        {
            load.Diagnostics.Add(key, "'in-force' stands in the where of a table, beside its key");
            return null;
        }

        FieldReference? reference = own is var (name, kind)
            ? load.Field(key, kind) is { } field ? new FieldReference(name, field) : null
            : load.Reference(key, key.Text);
        if (reference is not var (of, tested) || load.Matcher(entry.Value, tested.Type) is not { } matcher)
            return null;
        return new Condition.Is(of, tested, matcher, $"{tested.Name} {YamlWords.Of(entry.Value)}") { Written = key };
    }
}
