using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>What an entry asks for beyond the run: days that were not seen, or what others bill on the same day.</summary>
internal sealed class UnseenPlan
{
    private readonly Entry _entry;
    private readonly Fact _beyond;
    private readonly Fact _others;
    private readonly FactKind _kind;
    private readonly ImmutableArray<DateBound> _bounds;

    private UnseenPlan(Entry entry, FactKind kind, ImmutableArray<DateBound> bounds, bool asksForProvider)
    {
        _entry = entry;
        _kind = kind;
        _bounds = bounds;
        _beyond = Fact.Unknown(kind, "days that this run has not seen (no history is loaded)");
        _others = Fact.Unknown(kind, "what others bill for the patient on the day is not in this run");
        AsksForProvider = asksForProvider;
    }

    /// <summary>Whether the entry asks for a provider; else what others bill counts too.</summary>
    public bool AsksForProvider { get; }

    /// <summary>The plan of an entry; null where what is loaded is all there is.</summary>
    public static UnseenPlan? Of(Entry entry, Scope scope)
    {
        var kind = entry.Total?.Of ?? entry.Kind;
        var staysInside = entry.SameAs.Any(same => same.Own.Type.Scalar == ScalarType.Fact && same.Own.Name != "patient");
        if (scope != Scope.Patient || staysInside || !kind.IsWithin(LineKinds.Line))
            return null;
        var bounds = DateBound.Of(entry);
        if (bounds.IsEmpty)
            return null;
        var tests = EntryPlan.PartsOf(entry).OfType<Condition.Is>().ToList();
        var asksForProvider = entry.SameAs.Any(same => LineKinds.TellsProvider(same.Own))
            || tests.Exists(test => LineKinds.TellsProvider(test.Field) && test.Matcher is EqualTo or OneOf);
        return new UnseenPlan(entry, kind, bounds, asksForProvider);
    }

    /// <summary>The date of a bound fact that is the one day it asks for; null where it asks for others, or for more.</summary>
    public FieldReference? DayOf => _bounds is [{ Low: [Expression.OfField { Reference: var low }], High: [Expression.OfField { Reference: var high }], Inside: 0 }] && low == high ? low : null;

    /// <summary>What its bounds are computed from.</summary>
    public IEnumerable<Expression> Expressions => _bounds.SelectMany(bound => bound.Low.Concat(bound.High));

    /// <summary>Whether a condition of the entry asks for nothing but days that lie inside an exact window.</summary>
    public bool IsWindow(Condition part) =>
        part is Condition.Is test && test.Name == _entry.Name && test.Field == _kind.Find("date") && AsksForDays(test.Matcher);

    /// <summary>The fact of which only the kind is known; null where what is loaded is all there is.</summary>
    public Fact? FactOf(Frame frame, DaysSeen? seen, RunKnowledge run)
    {
        if (seen is null)
            return null;
        var window = WindowOf(frame);
        return window.Unknown is null && window.From <= window.Through && seen.Cover(window.From, window.Through)
            ? window.From == window.Through && !AsksForProvider && OthersBill(frame, run) ? Others : null
            : Beyond(window);
    }

    /// <summary>What others bill, of which only the kind is known.</summary>
    public Fact Others => _others;

    /// <summary>What lies on days that were not seen; null where the window has no day.</summary>
    public Fact? Beyond(DayWindow window) => window.Unknown ?? (window.From <= window.Through ? _beyond : null);

    /// <summary>The days that it asks for.</summary>
    public DayWindow WindowOf(Frame frame)
    {
        var (from, through) = (DateOnly.MinValue, DateOnly.MaxValue);
        string? reason = null;
        var isExact = true;
        foreach (var bound in _bounds)
        {
            var low = Ends(bound.Low, frame, ref reason).First;
            var high = Ends(bound.High, frame, ref reason).Last;
            isExact &= IsExact(bound.Low, low, bound.Inside) && IsExact(bound.High, high, -bound.Inside);
            if (low is { } least && Moved(least, bound.Inside) > from)
                from = Moved(least, bound.Inside);
            if (high is { } most && Moved(most, -bound.Inside) < through)
                through = Moved(most, -bound.Inside);
        }

        return new DayWindow(reason is null ? null : Fact.Unknown(_kind, reason), from, through, isExact);
    }

    /// <summary>Whether others bill for the patient on a day, as the profile says or the run shows.</summary>
    public bool OthersBill(Frame frame, RunKnowledge run) => frame.Policy(PolicyParameters.OthersBill) switch
    {
        Value.Text { Written: "yes" } => true,
        Value.Text { Written: "no" } => false,
        _ => !run.Holds(_entry),
    };

    private static (DateOnly? First, DateOnly? Last) Ends(ImmutableArray<Expression> days, Frame frame, ref string? reason)
    {
        (DateOnly? First, DateOnly? Last) ends = default;
        foreach (var expression in days)
        {
            var value = expression.Evaluate(frame);
            reason ??= Comparison.ReasonUnknown(value);
            if (value is not Value.Date { Day: var day })
                continue;
            ends = (ends.First < day ? ends.First : day, ends.Last > day ? ends.Last : day);
        }

        return ends;
    }

    // A blank end is met by no day, and an end beyond all days is not told from the last one.
    private static bool IsExact(ImmutableArray<Expression> ends, DateOnly? day, int inside) =>
        ends.IsEmpty || (day is { } known && Moved(known, inside).DayNumber == known.DayNumber + inside);

    private static bool AsksForDays(Matcher matcher) => matcher switch
    {
        AllOf all => all.Parts.All(AsksForDays),
        Not.Negated not => not.Inner is Ordered.Bounded,
        EqualTo or Between.Within or Ordered.Bounded => true,
        _ => false,
    };

    private static DateOnly Moved(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}

/// <summary>The days that an entry asks for; none where the last lies before the first.</summary>
/// <param name="Unknown">Where they cannot be known, a fact that says why.</param>
/// <param name="From">The first.</param>
/// <param name="Through">The last.</param>
/// <param name="IsExact">Whether a fact on one of the days meets all that is asked of its date by bounds.</param>
internal readonly record struct DayWindow(Fact? Unknown, DateOnly From, DateOnly Through, bool IsExact = true);
