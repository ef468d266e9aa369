using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>What the loaders of one rule share.</summary>
/// <param name="Library">What rules may name.</param>
/// <param name="Diagnostics">Where faults go.</param>
internal sealed record LoadContext(Library Library, Diagnostics Diagnostics)
{
    /// <summary>Whether the rule is about pages and nothing else.</summary>
    public bool IsAboutPages { get; init; }

    /// <summary>The kind of fact of a name; null where there is none.</summary>
    public FactKind? KindOf(string name) => IsAboutPages && name == FindingKinds.OfPage.Name ? FindingKinds.OfPage : Library.Kinds.GetValueOrDefault(name);

    /// <summary>Names whose entries have a fault: what is said of them would only repeat it.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Reports a name that is not bound.</summary>
    public void UnknownName(YamlNode node, string name, IEnumerable<string> known) => UnknownName(node.Source, node.Mark, name, known);

    /// <summary>The same for a name inside a longer text.</summary>
    public void UnknownName(YamlSource source, YamlMark mark, string name, IEnumerable<string> known)
    {
        if (!Unreadable.Contains(name))
            Diagnostics.Add(source, mark, $"unknown name '{name}'", Spelling.Nearest(name, known));
    }

    /// <summary>The code sets and axes that the rule names: its hash covers them.</summary>
    public SortedSet<string> Uses { get; } = new(StringComparer.Ordinal);
}
