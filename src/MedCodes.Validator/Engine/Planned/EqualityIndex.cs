using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Facts of one kind by the values of some fields. Those with an unknown value are found under every key.</summary>
internal sealed class EqualityIndex
{
    private readonly Dictionary<int, List<int>> _known = [];
    private readonly List<int> _unknown = [];

    /// <summary>Indexes facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="places">The places of those that count, in order.</param>
    /// <param name="fields">The fields.</param>
    public EqualityIndex(IReadOnlyList<Fact> facts, IEnumerable<int> places, ImmutableArray<Field> fields)
    {
        foreach (var place in places)
            (ValueHash.TryHash(facts[place], fields, out var hash) ? ListOf(hash) : _unknown).Add(place);
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

    private List<int> ListOf(int hash)
    {
        if (!_known.TryGetValue(hash, out var list))
            _known[hash] = list = [];
        return list;
    }
}
