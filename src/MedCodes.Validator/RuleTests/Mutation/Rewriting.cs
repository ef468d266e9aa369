using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Makes the text of a rule with one node changed; all else is shared with the text as written.</summary>
internal static class Rewriting
{
    /// <summary>The node with the change; null where nothing of it is left. A map or list that is left empty goes too.</summary>
    public static YamlNode? Apply(this Change change, YamlNode node)
    {
        if (ReferenceEquals(node, change.Target))
            return change.Instead;
        switch (node)
        {
            case YamlMapping map:
                var entries = map.Entries.Select(entry => Apply(change, entry)).OfType<YamlEntry>().ToImmutableArray();
                return entries.SequenceEqual(map.Entries) ? map : entries.IsEmpty ? null : new YamlMapping(map.Source, map.Mark, entries);
            case YamlSequence list:
                var items = list.Items.Select(change.Apply).OfType<YamlNode>().ToImmutableArray();
                return items.SequenceEqual(list.Items) ? list : items.IsEmpty ? null : new YamlSequence(list.Source, list.Mark, items);
            default:
                return node;
        }
    }

    private static YamlEntry? Apply(Change change, YamlEntry entry)
    {
        if (ReferenceEquals(entry.Key, change.Target))
            return change.Instead is YamlScalar key ? new YamlEntry(key, entry.Value) : null;
        return change.Apply(entry.Value) is { } value ? entry with { Value = value } : null;
    }
}
