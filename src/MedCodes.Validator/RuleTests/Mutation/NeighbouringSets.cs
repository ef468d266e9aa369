using System.Collections.Immutable;
using MedCodes.Validator.Rules.CodeSets;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>
/// Finds for a code set those that it is most easily taken for: the largest set inside it, the smallest around it, and without either the
/// one that it shares most codes with.
/// </summary>
/// <param name="sets">The code sets of a library by name.</param>
internal sealed class NeighbouringSets(IReadOnlyDictionary<string, CodeSet> sets)
{
    private readonly Dictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The names of the neighbours; none where the set is unknown or shares no code with another one.</summary>
    public ImmutableArray<string> Of(string name)
    {
        if (!_known.TryGetValue(name, out var neighbours))
            _known[name] = neighbours = sets.TryGetValue(name, out var set) ? Find(set) : [];
        return neighbours;
    }

    private ImmutableArray<string> Find(CodeSet set)
    {
        var codes = set.Codes.ToHashSet(StringComparer.Ordinal);
        var others = sets.Values.OrderBy(other => other.Name, StringComparer.Ordinal)
            .Select(other => (Set: other, Shared: other.Codes.Count(codes.Contains)))
            .Where(other => other.Set != set && other.Shared > 0 && !codes.SetEquals(other.Set.Codes))
            .ToList();
        var inside = others.Where(other => other.Shared == other.Set.Codes.Length).OrderByDescending(other => other.Shared).Take(1);
        var around = others.Where(other => other.Shared == codes.Count).OrderBy(other => other.Set.Codes.Length).Take(1);
        var nearest = others.OrderByDescending(other => (double)other.Shared / (codes.Count + other.Set.Codes.Length - other.Shared)).Take(1);
        ImmutableArray<string> found = [.. inside.Concat(around).Select(other => other.Set.Name)];
        return found.IsEmpty ? [.. nearest.Select(other => other.Set.Name)] : found;
    }
}
