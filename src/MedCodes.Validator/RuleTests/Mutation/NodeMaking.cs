using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Makes nodes that stand where another one stood, and takes nodes apart.</summary>
internal static class NodeMaking
{
    /// <summary>Another text in the same place.</summary>
    public static YamlScalar With(this YamlScalar scalar, string text) => new(scalar.Source, scalar.Mark, text, scalar.IsPlain);

    /// <summary>The single values in a node, keys left out.</summary>
    public static IEnumerable<YamlScalar> Scalars(this YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(Scalars),
        YamlMapping map => map.Entries.SelectMany(entry => entry.Value.Scalars()),
        _ => [],
    };

    /// <summary>The node as the value of a key.</summary>
    public static YamlMapping Under(this YamlNode node, string key) =>
        new(node.Source, node.Mark, [new YamlEntry(new YamlScalar(node.Source, node.Mark, key, isPlain: true), node)]);
}
