using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Facts of one kind by the values of some fields. Those with an unknown value are found under every key.</summary>
internal sealed class EqualityIndex
{
    private readonly Dictionary<int, PlaceList> _known = [];
    private readonly HashSet<int> _asked = [];
    private readonly PlaceList _unknown = new();
    private readonly Func<int, bool>? _may;
    private readonly int _fewestAsked;

    /// <summary>Indexes facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="places">The places of those that count, in order.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="may">Tells by its place whether a fact may count at all; null where each does.</param>
    /// <param name="fewestAsked">From how many facts under a key on that is asked; to try fewer costs less than to ask.</param>
    public EqualityIndex(IReadOnlyList<Fact> facts, IEnumerable<int> places, ImmutableArray<Field> fields, Func<int, bool>? may, int fewestAsked)
    {
        (_may, _fewestAsked) = (may, fewestAsked);
        foreach (var place in places)
            (ValueHash.TryHash(facts[place], fields, out var hash) ? ListOf(hash) : _unknown).All.Add(place);
        if (_may is not null && _unknown.All.Count >= fewestAsked)
            _unknown.All.RemoveAll(place => !_may(place));
    }

    /// <summary>The places of the facts that can have a key, in canonical order.</summary>
    public PlaceList Find(int hash)
    {
        if (!_known.TryGetValue(hash, out var known))
            return _unknown;
        var isAsked = _may is not null && known.All.Count >= _fewestAsked;
        if ((_unknown.All.Count == 0 && !isAsked) || !_asked.Add(hash))
            return known;
        var own = isAsked ? known.All.Where(_may!) : known.All;
        return _known[hash] = new PlaceList { All = [.. _unknown.All.Count == 0 ? own : own.Concat(_unknown.All).Order()] };
    }

    private PlaceList ListOf(int hash)
    {
        if (!_known.TryGetValue(hash, out var list))
            _known[hash] = list = new PlaceList();
        return list;
    }
}
