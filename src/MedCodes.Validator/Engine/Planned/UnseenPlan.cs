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
    private readonly ImmutableArray<(int Slot, Field Field)> _sameDays;
    private readonly ImmutableArray<Matcher> _bounds;

    private UnseenPlan(Entry entry, FactKind kind, ImmutableArray<(int Slot, Field Field)> sameDays, ImmutableArray<Matcher> bounds, bool asksForProvider)
    {
        _entry = entry;
        _sameDays = sameDays;
        _bounds = bounds;
        _beyond = Fact.Unknown(kind, "days that this run has not seen (no history is loaded)");
        _others = Fact.Unknown(kind, "what others bill for the patient on the day is not in this run");
        AsksForProvider = asksForProvider;
    }

    /// <summary>Whether the entry asks for a provider; else what others bill counts too.</summary>
    public bool AsksForProvider { get; }

    /// <summary>The plan of an entry; null where what is loaded is all there is.</summary>
    public static UnseenPlan? Of(Entry entry, Scope scope, Func<string, int> slotOf)
    {
        var kind = entry.Total?.Of ?? entry.Kind;
        var staysInside = entry.SameAs.Any(same => same.Own.Type.Scalar == ScalarType.Fact && same.Own.Name != "patient");
        if (scope != Scope.Patient || staysInside || !kind.IsWithin(LineKinds.Line))
            return null;
        ImmutableArray<(int, Field)> sameDays =
            [.. entry.SameAs.Where(same => same.Own.Name == "date").Select(same => (slotOf(same.Other), same.Others))];
        var tests = EntryPlan.PartsOf(entry).OfType<Condition.Is>().ToList();
        ImmutableArray<Matcher> bounds =
            [.. tests.Where(test => test.Field.Name == "date").SelectMany(test => test.Matcher is AllOf all ? all.Parts : [test.Matcher]).Where(SetsBounds)];
        if (sameDays.IsEmpty && bounds.IsEmpty)
            return null;
        var asksForProvider = entry.SameAs.Any(same => IsProvider(same.Own))
            || tests.Exists(test => IsProvider(test.Field) && test.Matcher is EqualTo or OneOf);
        return new UnseenPlan(entry, kind, sameDays, bounds, asksForProvider);
    }

    /// <summary>The fact of which only the kind is known; null where what is loaded is all there is.</summary>
    public Fact? FactOf(Frame frame, DaysSeen? seen, RunKnowledge run)
    {
        if (seen is null)
            return null;
        DateOnly? from = null;
        DateOnly? through = null;
        var bounded = false;
        foreach (var (slot, field) in _sameDays)
        {
            if (frame[slot]?[field] is Value.Date { Day: var day })
                Narrow(day, day);
        }

        foreach (var matcher in _bounds)
        {
            if (BoundsOf(matcher, frame) is var (low, high))
                Narrow(low, high);
        }

        if (!bounded || from > through)
            return null;
        if (!seen.Cover(from ?? DateOnly.MinValue, through ?? DateOnly.MaxValue))
            return _beyond;
        return from == through && !AsksForProvider && OthersBill(frame, run) ? _others : null;

        void Narrow(DateOnly? low, DateOnly? high)
        {
            bounded = true;
            if (low is { } least && (from is null || least > from))
                from = least;
            if (high is { } most && (through is null || most < through))
                through = most;
        }
    }

    private bool OthersBill(Frame frame, RunKnowledge run) => frame.Policy(PolicyParameters.OthersBill) switch
    {
        Value.Text { Written: "yes" } => true,
        Value.Text { Written: "no" } => false,
        _ => !run.Holds(_entry),
    };

    private static bool IsProvider(Field field) => field.Name is "rendering-provider" or "billing-provider" or "group-and-specialty" or "tax-id";

    private static bool SetsBounds(Matcher matcher) => matcher is EqualTo or Between.Within or Ordered.Bounded;

    private static (DateOnly? Low, DateOnly? High)? BoundsOf(Matcher matcher, Frame frame)
    {
        switch (matcher)
        {
            case EqualTo equal:
                return DayOf(equal.Value, frame) is { } same ? (same, same) : null;
            case Between.Within within:
                return DayOf(within.Low, frame) is { } low && DayOf(within.High, frame) is { } high ? (low, high) : null;
            case Ordered.Bounded bounded when DayOf(bounded.Bound, frame) is { } bound:
                if (bounded.Order == Ordered.AtLeast)
                    return (bound, null);
                if (bounded.Order == Ordered.AtMost)
                    return (null, bound);
                if (bounded.Order == Ordered.MoreThan)
                    return bound == DateOnly.MaxValue ? null : (bound.AddDays(1), null);
                return bound == DateOnly.MinValue ? null : (null, bound.AddDays(-1));
            default:
                return null;
        }
    }

    private static DateOnly? DayOf(Expression expression, Frame frame) =>
        expression.Evaluate(frame) is Value.Date { Day: var day } ? day : null;
}
