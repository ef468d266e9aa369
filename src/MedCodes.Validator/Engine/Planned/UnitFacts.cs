using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The facts that rules are judged on together, by kind, with the indexes that their joins asked for.</summary>
internal sealed class UnitFacts
{
    private readonly Dictionary<FactKind, List<Fact>> _byKind = [];
    private readonly Dictionary<IndexKey, EqualityIndex> _indexes = [];
    private List<ClaimContent>? _holders;

    /// <summary>Takes facts and puts those of each kind into canonical order.</summary>
    /// <param name="facts">The facts, claim by claim in order.</param>
    /// <param name="days">The days that the run has seen of the patient; null where nothing lies beyond the facts.</param>
    public UnitFacts(IEnumerable<Fact> facts, DaysSeen? days)
    {
        foreach (var fact in facts)
        {
            if (!_byKind.TryGetValue(fact.Kind, out var list))
                _byKind[fact.Kind] = list = [];
            list.Add(fact);
        }

        foreach (var list in _byKind.Values)
            Order(list);
        Days = days;
    }

    public DaysSeen? Days { get; }

    /// <summary>One claim for each profile and day that may count.</summary>
    public IReadOnlyList<ClaimContent> Holders => _holders ??=
        [.. this[ClaimKinds.Claim].Where(claim => !claim.IsHistory).Select(claim => (ClaimContent)claim.Content).DistinctBy(claim => (claim.Profile, claim.ServiceDate))];

    /// <summary>The totals counted so far, by what they depend on.</summary>
    public Dictionary<TotalKey, Fact> Totals { get; } = [];

    public List<Fact> this[FactKind kind] => _byKind.GetValueOrDefault(kind) ?? [];

    /// <summary>The facts that an entry can take, by index where there are many; a condition of the others is false.</summary>
    public Candidates Of(EntryPlan entry, Frame frame)
    {
        if (!_byKind.TryGetValue(entry.Kind, out var facts))
            return default;
        if (entry.Key is not { } key || facts.Count < entry.Shortcuts.FewestIndexed || !key.TryHash(frame, out var hash))
            return new Candidates(facts, null);
        var name = new IndexKey(entry.Kind, key.Fields);
        if (!_indexes.TryGetValue(name, out var index))
            _indexes[name] = index = new EqualityIndex(facts, key.Fields);
        return new Candidates(facts, index.Find(hash));
    }

    // Only what several claims share, such as their billing provider, comes out of order.
    private static void Order(List<Fact> facts)
    {
        for (var i = 1; i < facts.Count; i++)
        {
            if (facts[i].Order.CompareTo(facts[i - 1].Order) >= 0)
                continue;
            facts.Sort((one, other) => one.Order.CompareTo(other.Order));
            return;
        }
    }

    private readonly record struct IndexKey(FactKind Kind, ImmutableArray<Field> Fields)
    {
        public bool Equals(IndexKey other) => Kind == other.Kind && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Kind);
            foreach (var field in Fields)
                hash.Add(field);
            return hash.ToHashCode();
        }
    }
}

/// <summary>Facts of a kind, or those of them at some places.</summary>
internal readonly record struct Candidates(List<Fact>? Facts, List<int>? Places)
{
    public int Count => Places?.Count ?? Facts?.Count ?? 0;

    public Fact this[int index] => Facts![Places is null ? index : Places[index]];
}
