using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The facts that rules are judged on together, by kind, with the indexes that their joins asked for.</summary>
internal sealed class UnitFacts
{
    private readonly Dictionary<FactKind, List<Fact>> _byKind = [];
    private readonly Dictionary<IndexKey, EqualityIndex> _indexes = [];
    private readonly Dictionary<EntryReach, List<int>> _reached = [];
    private readonly Dictionary<EntryPlan, FactClasses> _classes = [];
    private readonly Dictionary<FactKind, int[]> _days = [];
    private readonly Dictionary<(EntryPlan Entry, Fact Fact), ImmutableArray<Fact>> _rows = [];
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
    public Candidates Of(EntryPlan entry, Frame frame, ReachContext context)
    {
        if (!_byKind.TryGetValue(entry.Kind, out var facts))
            return default;
        if (facts.Count < entry.Shortcuts.FewestIndexed)
            return new Candidates(facts, null);
        if (entry.Key is not { } key || !key.TryHash(frame, out var hash))
            return new Candidates(facts, Reached(entry, facts, context));
        var name = new IndexKey(entry.Kind, key.Fields, entry.Reach);
        if (!_indexes.TryGetValue(name, out var index))
            _indexes[name] = index = new EqualityIndex(facts, Reached(entry, facts, context) ?? Enumerable.Range(0, facts.Count), key.Fields);
        return new Candidates(facts, index.Find(hash));
    }

    /// <summary>The rows of a table that an entry finds; what one fact alone decides is looked up once.</summary>
    public ImmutableArray<Fact> RowsOf(EntryPlan entry, Frame frame, FrozenDictionary<string, Table> tables, DateOnly asOf)
    {
        var table = tables[entry.Entry.Access!.Table];
        if (entry.RowsGoBy < 0 || frame[entry.RowsGoBy] is not { } fact)
            return entry.Rows!.Find(frame, table, asOf);
        if (!_rows.TryGetValue((entry, fact), out var rows))
            _rows[(entry, fact)] = rows = entry.Rows!.Find(frame, table, asOf);
        return rows;
    }

    /// <summary>The classes of the facts that an entry can take, by their places; null where each fact counts by itself, or there are few.</summary>
    public FactClasses? ClassesOf(EntryPlan entry, int candidates)
    {
        if (candidates < entry.Shortcuts.FewestIndexed || entry.Telling.IsDefault)
            return null;
        if (!_classes.TryGetValue(entry, out var classes))
            _classes[entry] = classes = new FactClasses(this[entry.Kind], entry.Telling);
        classes.Begin();
        return classes;
    }

    /// <summary>Passes over facts that lie outside of the days that an entry asks for; null where it asks for none, or there are few.</summary>
    public AskedDays? DaysOf(EntryPlan entry, Frame frame, int candidates)
    {
        if (entry.Unseen is not { } asked || candidates < entry.Shortcuts.FewestIndexed || asked.WindowOf(frame) is not { Unknown: null } window)
            return null;
        if (!_days.TryGetValue(entry.Kind, out var days))
            _days[entry.Kind] = days = [.. this[entry.Kind].Select(AskedDays.NumberOf)];
        return new AskedDays(days, window);
    }

    private List<int>? Reached(EntryPlan entry, List<Fact> facts, ReachContext context)
    {
        if (entry.Reach is not { } reach)
            return null;
        if (!_reached.TryGetValue(reach, out var places))
            _reached[reach] = places = [.. Enumerable.Range(0, facts.Count).Where(place => reach.May(facts[place], context))];
        return places;
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

    private readonly record struct IndexKey(FactKind Kind, ImmutableArray<Field> Fields, EntryReach? Reach)
    {
        public bool Equals(IndexKey other) => Kind == other.Kind && Reach == other.Reach && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Kind);
            hash.Add(Reach);
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

    public Fact this[int index] => Facts![PlaceOf(index)];

    /// <summary>The place of a candidate among all facts of the kind.</summary>
    public int PlaceOf(int index) => Places is null ? index : Places[index];
}
