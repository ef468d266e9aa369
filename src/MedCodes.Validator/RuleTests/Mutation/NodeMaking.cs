using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Makes nodes that stand where another one stood.</summary>
internal static class NodeMaking
{
    /// <summary>Another text in the same place.</summary>
    public static YamlScalar With(this YamlScalar scalar, string text) => new(scalar.Source, scalar.Mark, text, scalar.IsPlain);

    /// <summary>The node as the value of a key.</summary>
    public static YamlMapping Under(this YamlNode node, string key) =>
        new(node.Source, node.Mark, [new YamlEntry(new YamlScalar(node.Source, node.Mark, key, isPlain: true), node)]);
}
