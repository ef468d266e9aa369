using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Facts of one kind by the values of some fields. Those with an unknown value are found under every key.</summary>
internal sealed class EqualityIndex
{
    private readonly Dictionary<int, List<int>> _known = [];
    private readonly List<int> _unknown = [];

    public EqualityIndex(IReadOnlyList<Fact> facts, ImmutableArray<Field> fields)
    {
        for (var i = 0; i < facts.Count; i++)
            (TryHash(facts[i], fields, out var hash) ? ListOf(hash) : _unknown).Add(i);
    }

    /// <summary>The places of the facts that can have a key, in canonical order.</summary>
    public List<int> Find(int hash)
    {
        if (!_known.TryGetValue(hash, out var known))
            return _unknown;
        if (_unknown.Count == 0)
            return known;
        var merged = new List<int>(known.Count + _unknown.Count);
        merged.AddRange(known);
        merged.AddRange(_unknown);
        merged.Sort();
        return merged;
    }

    private static bool TryHash(Fact fact, ImmutableArray<Field> fields, out int hash)
    {
        var code = new HashCode();
        foreach (var field in fields)
        {
            if (!ValueHash.TryAdd(ref code, fact[field]))
            {
                hash = 0;
                return false;
            }
        }

        hash = code.ToHashCode();
        return true;
    }

    private List<int> ListOf(int hash)
    {
        if (!_known.TryGetValue(hash, out var list))
            _known[hash] = list = [];
        return list;
    }
}
