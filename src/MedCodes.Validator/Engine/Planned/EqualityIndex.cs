using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Facts of one kind by the values of some fields. Those with an unknown value are found under every key.</summary>
internal sealed class EqualityIndex
{
    private readonly Dictionary<int, PlaceList> _known = [];
    private readonly HashSet<int> _merged = [];
    private readonly PlaceList _unknown = new();

    /// <summary>Indexes facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="places">The places of those that count, in order.</param>
    /// <param name="fields">The fields.</param>
    public EqualityIndex(IReadOnlyList<Fact> facts, IEnumerable<int> places, ImmutableArray<Field> fields)
    {
        foreach (var place in places)
            (ValueHash.TryHash(facts[place], fields, out var hash) ? ListOf(hash) : _unknown).All.Add(place);
    }

    /// <summary>The places of the facts that can have a key, in canonical order.</summary>
    public PlaceList Find(int hash)
    {
        if (!_known.TryGetValue(hash, out var known))
            return _unknown;
        if (_unknown.All.Count == 0 || !_merged.Add(hash))
            return known;
        return _known[hash] = new PlaceList { All = [.. known.All.Concat(_unknown.All).Order()] };
    }

    private PlaceList ListOf(int hash)
    {
        if (!_known.TryGetValue(hash, out var list))
            _known[hash] = list = new PlaceList();
        return list;
    }
}
