using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>One thing changed in the text of a rule.</summary>
/// <param name="Path">Where: the names and keys that lead there, <c>forbid.copy.date</c>.</param>
/// <param name="What">What is changed, in the words of the rule.</param>
/// <param name="Target">The node that goes: a value, or the key of an entry that goes with its value.</param>
/// <param name="Instead">What stands in its place; null for nothing. A scalar in place of a key renames the key.</param>
internal sealed record Change(string Path, string What, YamlNode Target, YamlNode? Instead = null)
{
    /// <summary>The name that reports and exceptions know it by.</summary>
    public string Name => $"{Path}: {What}";
}
