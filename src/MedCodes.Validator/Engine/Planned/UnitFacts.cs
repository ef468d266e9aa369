using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The facts that rules are judged on together, by kind, with the indexes that their joins asked for.</summary>
internal sealed class UnitFacts
{
    private readonly Func<FactKind, IEnumerable<Fact>> _factsOf;
    private readonly Dictionary<FactKind, List<Fact>> _facts = [];
    private readonly Dictionary<IndexKey, EqualityIndex> _indexes = [];
    private readonly Dictionary<PlacesKey, PlaceList> _places = [];
    private readonly Dictionary<EntryPlan, FactClasses> _classes = [];
    private readonly Dictionary<EntryPlan, int[]> _different = [];
    private readonly Dictionary<FactKind, int[]> _days = [];
    private readonly Dictionary<(EntryPlan Entry, Fact Fact), ImmutableArray<Fact>> _rows = [];
    private readonly FactNumbers _numbers = new();
    private List<ClaimContent>? _holders;
    private Dictionary<Fact, Fact>? _profiles;

    /// <summary>Takes facts, which are gone through when one of their kind is first asked for.</summary>
    /// <param name="factsOf">Gives those of a kind, claim by claim in order.</param>
    /// <param name="days">The days that the run has seen of the patient; null where nothing lies beyond the facts.</param>
    public UnitFacts(Func<FactKind, IEnumerable<Fact>> factsOf, DaysSeen? days) => (_factsOf, Days) = (factsOf, days);

    /// <summary>Takes facts beyond which nothing lies.</summary>
    /// <param name="facts">The facts, claim by claim in order.</param>
    public UnitFacts(ImmutableArray<Fact> facts)
        : this(kind => facts.Where(fact => fact.Kind == kind), null)
    {
    }

    public DaysSeen? Days { get; }

    /// <summary>The days around those that tables were asked for, on which they would have answered the same.</summary>
    public DaySpan Alike { get; private set; } = DaySpan.Always;

    /// <summary>Whether some of the facts are of earlier claims.</summary>
    public bool HasHistory => this[ClaimKinds.Claim].Exists(claim => claim.IsHistory);

    /// <summary>One claim for each profile and day that may count.</summary>
    public IReadOnlyList<ClaimContent> Holders => _holders ??=
        [.. this[ClaimKinds.Claim].Where(claim => !claim.IsHistory).Select(claim => (ClaimContent)claim.Content).DistinctBy(claim => (claim.Profile, claim.ServiceDate))];

    /// <summary>The totals counted so far, by what they depend on.</summary>
    public Dictionary<BoundKey, Fact> Totals { get; } = [];

    /// <summary>The facts of a kind, in canonical order.</summary>
    public List<Fact> this[FactKind kind]
    {
        get
        {
            if (_facts.TryGetValue(kind, out var known))
                return known;
            List<Fact> facts = [.. _factsOf(kind)];
            Order(facts);

            // Not before: to make facts may crash, and then there are none.
            return _facts[kind] = facts;
        }
    }

    /// <summary>
    /// The facts that an entry can take, by index and days where there are many, and of facts that each can stand for another as many as
    /// bindings can need; a condition of the others is false, or what they come to was seen.
    /// </summary>
    public Candidates Of(EntryPlan entry, Frame frame, ReachContext context) => Of(entry, frame, context, entry.Alike);

    /// <summary>The facts that a total can count, by index and days where there are many; a condition of the others is false.</summary>
    public Candidates MembersOf(EntryPlan entry, Frame frame) => Of(entry, frame, default, alike: null);

    private Candidates Of(EntryPlan entry, Frame frame, ReachContext context, Alike? alike)
    {
        var facts = this[entry.Kind];
        if (facts.Count < entry.Shortcuts.FewestIndexed)
            return new Candidates(facts, null);
        var places = (entry.Key is { } key ? IndexOf(entry, key.Fields, facts, context, alike).Find(key, frame) : null) ?? PlacesOf(entry, facts, context, alike);
        if (entry.Unseen?.WindowOf(frame) is not { Unknown: null } window || !places.HasDays)
            return new Candidates(facts, places.All);
        var days = DaysOf(entry.Kind);
        return new Candidates(facts, places.Within(days, window)) { Days = window.IsExact ? days : null };
    }

    /// <summary>The profile of the claim that a fact stands in.</summary>
    public Fact ProfileOf(Fact fact) =>
        (_profiles ??= this[ClaimKinds.Profile].ToDictionary(profile => profile.Within(ClaimKinds.Claim)!))[fact.Within(ClaimKinds.Claim)!];

    /// <summary>The rows of a table that an entry finds; what one fact alone decides is looked up once.</summary>
    public ImmutableArray<Fact> RowsOf(EntryPlan entry, Frame frame, FrozenDictionary<string, Table> tables, DateOnly asOf)
    {
        var table = tables[entry.Entry.Access!.Table];
        var fact = entry.RowsGoBy < 0 ? null : frame[entry.RowsGoBy];
        if (fact is not null && _rows.TryGetValue((entry, fact), out var known))
            return known;
        var rows = entry.Rows!.Find(frame, table, asOf, out var alike);
        Alike = Alike.And(alike);
        if (fact is not null)
            _rows[(entry, fact)] = rows;
        return rows;
    }

    /// <summary>
    /// What facts that an entry can take come to, by their places; null where each counts by itself, or there are few.
    /// </summary>
    public FactClasses? ClassesOf(EntryPlan entry, int candidates)
    {
        if (candidates < entry.Shortcuts.FewestIndexed || entry.Telling.IsDefault)
            return null;
        if (!_classes.TryGetValue(entry, out var classes))
            _classes[entry] = classes = new FactClasses(_numbers.Tell(this[entry.Kind], entry.Kind, entry.Telling, byPolicy: false));
        classes.Begin();
        return classes;
    }

    /// <summary>
    /// Facts that an entry does not only say the same of, in canonical order: of each class as many as are asked for. Null where their order
    /// counts too, or there are few.
    /// </summary>
    public IEnumerable<Fact>? DifferentOf(EntryPlan entry, int most)
    {
        var facts = this[entry.Kind];
        if (facts.Count < entry.Shortcuts.FewestIndexed || entry.Entry.After is not null)
            return null;
        if (!_different.TryGetValue(entry, out var places))
        {
            var classes = _numbers.Tell(facts, entry.Kind, entry.OwnFields, byPolicy: false);
            _different[entry] = places = [.. Enumerable.Range(0, facts.Count).Where(place => !classes.IsBehind(place, most))];
        }

        return places.Select(place => facts[place]);
    }

    /// <summary>Facts of a kind that can stand for each other; null where there are few.</summary>
    public AlikeFacts? AlikeOf(FactKind kind, Alike alike, Shortcuts shortcuts) =>
        this[kind] is var facts && facts.Count < shortcuts.FewestIndexed ? null : _numbers.Tell(facts, kind, alike.Fields, alike.ByPolicy);

    /// <summary>Forgets what was found out of what is denied.</summary>
    public void ForgetDenied()
    {
        _indexes.Clear();
        _places.Clear();
        _classes.Clear();
        _different.Clear();
        _numbers.ForgetDenied();
    }

    private EqualityIndex IndexOf(EntryPlan entry, ImmutableArray<Field> fields, List<Fact> facts, ReachContext context, Alike? alike)
    {
        var name = new IndexKey(entry.Kind, fields, entry.Reach, alike);
        if (!_indexes.TryGetValue(name, out var index))
        {
            var may = entry.Reach is { } reach ? place => reach.May(facts[place], context) : (Func<int, bool>?)null;
            _indexes[name] = index = new EqualityIndex(facts, DifferentPlaces(entry, facts, alike), fields, may, entry.Shortcuts.FewestIndexed);
        }

        return index;
    }

    private PlaceList PlacesOf(EntryPlan entry, List<Fact> facts, ReachContext context, Alike? alike)
    {
        var name = new PlacesKey(entry.Kind, entry.Reach, alike);
        if (_places.TryGetValue(name, out var places))
            return places;
        var all = DifferentPlaces(entry, facts, alike);
        if (entry.Reach is { } reach)
            all = all.Where(place => reach.May(facts[place], context));
        return _places[name] = new PlaceList { All = [.. all] };
    }

    // Of facts that can each stand for another as many as bindings can need.
    private IEnumerable<int> DifferentPlaces(EntryPlan entry, List<Fact> facts, Alike? alike)
    {
        var all = Enumerable.Range(0, facts.Count);
        if (alike is null)
            return all;
        var classes = _numbers.Tell(facts, entry.Kind, alike.Fields, alike.ByPolicy);
        return all.Where(place => !classes.IsBehind(place, alike.Most));
    }

    private int[] DaysOf(FactKind kind)
    {
        if (!_days.TryGetValue(kind, out var days))
            _days[kind] = days = [.. this[kind].Select(PlaceList.DayOf)];
        return days;
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

    private readonly record struct PlacesKey(FactKind Kind, EntryReach? Reach, Alike? Alike);

    private readonly record struct IndexKey(FactKind Kind, ImmutableArray<Field> Fields, EntryReach? Reach, Alike? Alike)
    {
        public bool Equals(IndexKey other) =>
            Kind == other.Kind && Reach == other.Reach && ReferenceEquals(Alike, other.Alike) && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

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
internal readonly record struct Candidates(List<Fact> Facts, List<int>? Places)
{
    public int Count => Places?.Count ?? Facts.Count;

    public Fact this[int index] => Facts[PlaceOf(index)];

    /// <summary>The day of each fact, where those on known days are known to lie on the days that the entry asks for.</summary>
    public int[]? Days { get; init; }

    /// <summary>Whether a candidate is known to lie on the days that the entry asks for.</summary>
    public bool IsWithin(int index) => Days is not null && Days[PlaceOf(index)] >= 0;

    /// <summary>The place of a candidate among all facts of the kind.</summary>
    public int PlaceOf(int index) => Places is null ? index : Places[index];
}
