using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>An entry of a rule with its names as slots and its conditions as closures.</summary>
internal sealed class EntryPlan
{
    private readonly ImmutableArray<Join> _joins;
    private readonly int _after;
    private readonly ImmutableArray<Part> _parts;

    // Only where there are many facts are these asked for, and most runs have few.
    private readonly Lazy<EntryReach?> _reach;
    private readonly Lazy<ImmutableArray<Field>> _telling;
    private readonly Lazy<Alike?> _alike;
    private readonly Lazy<ImmutableArray<Field>> _ownFields;

    /// <summary>Plans an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="scope">The scope of its rule.</param>
    /// <param name="names">The names of the rule's slots.</param>
    /// <param name="shortcuts">Which shortcuts to take.</param>
    /// <param name="behind">The entries behind it in its group; none where a fact counts whatever they find.</param>
    /// <param name="telling">See <see cref="Telling"/>.</param>
    /// <param name="alike">See <see cref="Alike"/>.</param>
    /// <param name="found">The rows of tables that were found.</param>
    public EntryPlan(
        Entry entry, Scope scope, ImmutableArray<string> names, Shortcuts shortcuts, IReadOnlyList<EntryPlan> behind, Lazy<ImmutableArray<Field>> telling, Lazy<Alike?> alike,
        TableFacts found)
    {
        var slotOf = new Func<string, int>(name => names.IndexOf(name));
        Shortcuts = shortcuts;
        Entry = entry;
        Slot = slotOf(entry.Name);
        Kind = entry.Total?.Of ?? entry.Kind;
        _joins = [.. entry.SameAs.Select(same => new Join(slotOf(same.Other), same.Own, same.Others, $"{same.Own.Name} same as {same.Other}'s"))];
        _after = entry.After is { } after ? slotOf(after) : -1;
        var unseen = UnseenPlan.Of(entry, scope);
        _parts =
        [
            .. PartsOf(entry).Select(part => new Part(
                ConditionPlanner.Plan(part, slotOf), part is Condition.Is test ? test.Words : "the other conditions", unseen?.IsWindow(part) == true)),
        ];
        Key = JoinKey.Of(entry, scope, slotOf);
        Unseen = unseen;
        Rows = entry.Access is { } access ? new RowSearch(entry.Kind, access, found) : null;
        RowsGoBy = SlotThatDecides(entry, slotOf);
        Total = entry.Total is { } total ? new TotalPlan(this, total) : null;
        BoundValues = new BoundValues(this);
        _ownFields = new Lazy<ImmutableArray<Field>>(() => OwnFieldsOf(entry));
        _reach = new Lazy<EntryReach?>(() => EntryReach.Of(this, behind, names));
        _telling = telling;
        _alike = alike;
    }

    public Shortcuts Shortcuts { get; }

    public Entry Entry { get; }

    public int Slot { get; }

    /// <summary>The kind of its facts; of a total that of its members.</summary>
    public FactKind Kind { get; }

    /// <summary>The values by which its facts can be found without looking at all of them; null for none.</summary>
    public JoinKey? Key { get; }

    /// <summary>What it asks for beyond the run; null where that cannot be.</summary>
    public UnseenPlan? Unseen { get; }

    public RowSearch? Rows { get; }

    /// <summary>The slot whose fact alone decides which rows are found; -1 where several do, or a parameter of a profile.</summary>
    public int RowsGoBy { get; }

    public TotalPlan? Total { get; }

    /// <summary>What it reads of the facts bound before it.</summary>
    public BoundValues BoundValues { get; }

    /// <summary>The fields of its own fact that its conditions go by.</summary>
    public ImmutableArray<Field> OwnFields => _ownFields.Value;

    /// <summary>
    /// The fields that decide what a fact comes to, where no other fact of the input is bound behind it; default where more than their
    /// values decides.
    /// </summary>
    public ImmutableArray<Field> Telling => _telling.Value;

    /// <summary>
    /// The values by which a fact can stand for any other in it, so that a few of each class are enough; null where each counts by itself,
    /// because it is reported or denied, or comes before or behind another one.
    /// </summary>
    public Alike? Alike => _alike.Value;

    /// <summary>What tells of a fact by itself that no binding can hold it; null for nothing.</summary>
    public EntryReach? Reach => _reach.Value;

    /// <summary>The conditions joined by "and" in the entry's <c>where</c>.</summary>
    public static ImmutableArray<Condition> PartsOf(Entry entry) =>
        entry.Where is Condition.All all ? all.Parts : entry.Where is { } only ? [only] : [];

    /// <summary>Binds a fact unless a condition is false. What was bound stays so until the caller releases it.</summary>
    /// <param name="frame">What is bound.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="isWithin">Whether it is known to lie on the days that the entry asks for.</param>
    public Verdict TryBind(Frame frame, Fact fact, bool isWithin = false)
    {
        var verdict = Rows is not null && fact.WhyUnknown is { } unknown ? Verdict.Unknown(unknown) : Verdict.True;
        foreach (var join in _joins)
        {
            if (frame[join.Other] is not { } other)
                continue;
            verdict &= Comparison.Equal(fact[join.Own], other[join.Others]);
            if (verdict.IsFalse)
                return verdict;
        }

        if (_after >= 0 && frame[_after] is { } earlier)
        {
            verdict &= IsAfter(fact, earlier);
            if (verdict.IsFalse)
                return verdict;
        }

        frame.Bind(Slot, fact);
        foreach (var part in _parts)
        {
            if (isWithin && part.IsWindow)
                continue;
            verdict &= part.Judge(frame);
            if (verdict.IsFalse)
            {
                frame.ReleaseTo(frame.Count - 1);
                return verdict;
            }
        }

        return verdict;
    }

    /// <summary>How many conditions a fact does not meet, and the first of them in words.</summary>
    public (int Failed, string? First) Distance(Frame frame, Fact fact)
    {
        var (failed, first) = (0, (string?)null);
        foreach (var join in _joins)
        {
            if (frame[join.Other] is { } other)
                Count(Comparison.Equal(fact[join.Own], other[join.Others]), join.Words);
        }

        if (_after >= 0 && frame[_after] is { } earlier)
            Count(IsAfter(fact, earlier), $"after {Entry.After}");
        frame.Bind(Slot, fact);
        foreach (var part in _parts)
            Count(part.Judge(frame), part.Words);
        frame.ReleaseTo(frame.Count - 1);
        return (failed, first);

        void Count(Verdict verdict, string words)
        {
            if (verdict.IsTrue)
                return;
            failed++;
            first ??= words;
        }
    }

    private ImmutableArray<Field> OwnFieldsOf(Entry entry)
    {
        var fields = entry.Reads.Where(read => read.Name == entry.Name).Select(read => read.Field);
        var goesByDate = entry.Where?.Tests.Any(test => test.Name == entry.Name && test.Matcher.GoesByDate) == true;
        return [.. (goesByDate ? fields.Append(Kind.DateThatCounts).OfType<Field>() : fields).Distinct()];
    }

    private static int SlotThatDecides(Entry entry, Func<string, int> slotOf) =>
        entry.Access is { } access && !access.Expressions.Any(expression => expression.Parameters.Any())
        && access.Expressions.SelectMany(expression => expression.Reads).Select(read => read.Name).Distinct().ToList() is [var only]
            ? slotOf(only)
            : -1;

    private static Verdict IsAfter(Fact fact, Fact earlier) =>
        fact.WhyUnknown is { } reason ? Verdict.Unknown(reason) : Verdict.Of(fact.Order.CompareTo(earlier.Order) > 0);

    private readonly record struct Join(int Other, Field Own, Field Others, string Words);

    private readonly record struct Part(ConditionPlan Judge, string Words, bool IsWindow);
}
