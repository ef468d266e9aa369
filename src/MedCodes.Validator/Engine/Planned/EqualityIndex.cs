using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Facts of one kind by the values of some fields. What is not known of a fact, or of what is sought, may be equal to anything: there the
/// other fields tell.
/// </summary>
internal sealed class EqualityIndex
{
    private readonly IReadOnlyList<Fact> _facts;
    private readonly ImmutableArray<Field> _fields;
    private readonly Dictionary<uint, Group> _groups = [];
    private readonly Dictionary<KnownValues, PlaceList> _found = [];
    private readonly Func<int, bool>? _may;
    private readonly Dictionary<int, bool> _asked = [];
    private readonly int _fewestAsked;
    private readonly int[] _sought;

    /// <summary>Indexes facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="places">The places of those that count, in order.</param>
    /// <param name="fields">The fields, at most <see cref="JoinKey.MostFields"/>.</param>
    /// <param name="may">Tells by its place whether a fact may count at all; null where each does.</param>
    /// <param name="fewestAsked">From how many facts under a key on that is asked; to try fewer costs less than to ask.</param>
    public EqualityIndex(IReadOnlyList<Fact> facts, IEnumerable<int> places, ImmutableArray<Field> fields, Func<int, bool>? may, int fewestAsked)
    {
        (_facts, _fields, _may, _fewestAsked, _sought) = (facts, fields, may, fewestAsked, new int[fields.Length]);
        Span<int> hashes = stackalloc int[fields.Length];
        foreach (var place in places)
        {
            var known = HashesOf(place, hashes);
            if (!_groups.TryGetValue(known, out var group))
                _groups[known] = group = new Group(known);
            group.Add(place, Combine(known, hashes));
        }
    }

    /// <summary>The places of the facts that can have a key, in canonical order; null where nothing of the key is known.</summary>
    public PlaceList? Find(JoinKey key, Frame frame)
    {
        var known = key.Hash(frame, _sought);
        if (known == 0)
            return null;
        var values = new KnownValues(known, _sought);
        if (!_found.TryGetValue(values, out var found))
            _found[values with { Hashes = [.. _sought] }] = found = new PlaceList { All = Collect(known) };
        return found;
    }

    private List<int> Collect(uint known)
    {
        List<int>? all = null;
        var isOwn = false;
        foreach (var group in _groups.Values)
        {
            var both = known & group.Known;
            if (PlacesOf(group, both).GetValueOrDefault(Combine(both, _sought)) is not { } places)
                continue;
            if (all is null)
            {
                all = places;
                continue;
            }

            if (!isOwn)
                (all, isOwn) = ([.. all], true);
            all.AddRange(places);
        }

        if (isOwn)
            CollectionsMarshal.AsSpan(all).Sort();
        return all is null ? [] : _may is null || all.Count < _fewestAsked ? all : all.FindAll(May);
    }

    private bool May(int place)
    {
        if (!_asked.TryGetValue(place, out var may))
            _asked[place] = may = _may!(place);
        return may;
    }

    private Dictionary<int, List<int>> PlacesOf(Group group, uint fields)
    {
        if (group.By.TryGetValue(fields, out var by))
            return by;
        group.By[fields] = by = [];
        Span<int> hashes = stackalloc int[_fields.Length];
        foreach (var place in group.Places)
        {
            _ = HashesOf(place, hashes);
            Group.Add(by, place, Combine(fields, hashes));
        }

        return by;
    }

    // The fields that are known, one bit each.
    private uint HashesOf(int place, Span<int> hashes)
    {
        var known = 0u;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (ValueHash.TryHash(_facts[place][_fields[i]], out hashes[i]))
                known |= 1u << i;
        }

        return known;
    }

    private static int Combine(uint fields, ReadOnlySpan<int> hashes)
    {
        var code = new HashCode();
        for (; fields != 0; fields &= fields - 1)
            code.Add(hashes[BitOperations.TrailingZeroCount(fields)]);
        return code.ToHashCode();
    }

    /// <summary>Facts of which the same fields are known.</summary>
    private sealed class Group(uint known)
    {
        public uint Known => known;

        public List<int> Places { get; } = [];

        /// <summary>The places by the values of fields, for each set of fields that was asked for.</summary>
        public Dictionary<uint, Dictionary<int, List<int>>> By { get; } = new() { [known] = [] };

        public void Add(int place, int hash)
        {
            Places.Add(place);
            Add(By[known], place, hash);
        }

        public static void Add(Dictionary<int, List<int>> by, int place, int hash)
        {
            if (!by.TryGetValue(hash, out var places))
                by[hash] = places = [];
            places.Add(place);
        }
    }

    /// <summary>What is sought.</summary>
    /// <param name="Known">The fields that are known, one bit each.</param>
    /// <param name="Hashes">For each field the hash of its value; 0 where it is not known. One number for all of them would not do: where two
    /// keys share it, what is found for one of them would be taken for what is found for the other.</param>
    private readonly record struct KnownValues(uint Known, int[] Hashes)
    {
        public bool Equals(KnownValues other) => Known == other.Known && Hashes.AsSpan().SequenceEqual(other.Hashes);

        public override int GetHashCode() => Combine(Known, Hashes);
    }
}
