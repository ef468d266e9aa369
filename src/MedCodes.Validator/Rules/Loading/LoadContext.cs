using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>What the loaders of one rule share.</summary>
/// <param name="Library">What rules may name.</param>
/// <param name="Diagnostics">Where faults go.</param>
internal sealed record LoadContext(Library Library, Diagnostics Diagnostics)
{
    /// <summary>The code sets and axes that the rule names: its hash covers them.</summary>
    public SortedSet<string> Uses { get; } = new(StringComparer.Ordinal);
}
