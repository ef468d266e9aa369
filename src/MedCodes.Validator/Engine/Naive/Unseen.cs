using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What a run has not seen: where an entry asks for days beyond it, or for what others bill.</summary>
internal static class Unseen
{
    private const string BeyondTheRun = "days that this run has not seen (no history is loaded)";
    private const string BilledByOthers = "what others bill for the patient on the day is not in this run";

    /// <summary>The fact of which only the kind is known; null where what is loaded is all there is.</summary>
    public static Fact? FactOf(Entry entry, Bindings bindings, SeenDays? seen, RunKnowledge run)
    {
        var kind = entry.Total?.Of ?? entry.Kind;
        if (seen is null || !kind.IsWithin(LineKinds.Line) || StaysInsideClaim(entry) || Period(entry, bindings) is not var (from, through))
            return null;
        if (!seen.Cover(from ?? DateOnly.MinValue, through ?? DateOnly.MaxValue))
            return Fact.Unknown(kind, BeyondTheRun);
        return from == through && AsksForNoProvider(entry) && OthersBill(entry, bindings, run)
            ? Fact.Unknown(kind, BilledByOthers)
            : null;
    }

    /// <summary>The conditions of an entry that speak of nothing but its own fact.</summary>
    public static IEnumerable<Condition> OwnConditions(Entry entry) =>
        Parts(entry).Where(part => part.Tests.SelectMany(test => test.Reads).All(read => read.Name == entry.Name));

    private static bool OthersBill(Entry entry, Bindings bindings, RunKnowledge run) =>
        bindings.Policy(PolicyParameters.OthersBill) switch
        {
            Value.Text { Written: "yes" } => true,
            Value.Text { Written: "no" } => false,
            _ => !run.Holds(entry),
        };

    // What must stand in the same claim or file stands in what was loaded.
    private static bool StaysInsideClaim(Entry entry) =>
        entry.SameAs.Any(same => same.Own.Type.Scalar == ScalarType.Fact && same.Own.Name != "patient");

    private static bool AsksForNoProvider(Entry entry) =>
        !entry.SameAs.Any(same => IsProvider(same.Own))
        && !Parts(entry).OfType<Condition.Is>().Any(test => IsProvider(test.Field) && test.Matcher is EqualTo or OneOf);

    private static bool IsProvider(Field field) => field.Name is "rendering-provider" or "billing-provider" or "group-and-specialty" or "tax-id";

    private static ImmutableArray<Condition> Parts(Entry entry) =>
        entry.Where is Condition.All all ? all.Parts : entry.Where is { } only ? [only] : [];

    /// <summary>The period that the entry's bounds on its date leave; null where it sets none or they are unknown.</summary>
    private static (DateOnly? From, DateOnly? Through)? Period(Entry entry, Bindings bindings)
    {
        DateOnly? from = null;
        DateOnly? through = null;
        var bounded = false;
        foreach (var (low, high) in Bounds(entry, bindings))
        {
            bounded = true;
            if (low is { } least && (from is null || least > from))
                from = least;
            if (high is { } most && (through is null || most < through))
                through = most;
        }

        return bounded && !(from > through) ? (from, through) : null;
    }

    private static IEnumerable<(DateOnly? Low, DateOnly? High)> Bounds(Entry entry, Bindings bindings)
    {
        foreach (var same in entry.SameAs.Where(same => same.Own.Name == "date"))
        {
            if (bindings[same.Other]?[same.Others] is Value.Date { Day: var day })
                yield return (day, day);
        }

        foreach (var test in Parts(entry).OfType<Condition.Is>().Where(test => test.Field.Name == "date"))
        {
            foreach (var matcher in test.Matcher is AllOf all ? all.Parts : [test.Matcher])
            {
                if (BoundsOf(matcher, bindings) is { } bounds)
                    yield return bounds;
            }
        }
    }

    private static (DateOnly? Low, DateOnly? High)? BoundsOf(Matcher matcher, Bindings bindings) => matcher switch
    {
        EqualTo equal when DayOf(equal.Arguments.Single(), bindings) is { } day => (day, day),
        Between.Within within when DayOf(within.Low, bindings) is { } low && DayOf(within.High, bindings) is { } high => (low, high),
        Ordered.Bounded bounded when DayOf(bounded.Bound, bindings) is { } bound => bounded.Order switch
        {
            var order when order == Ordered.AtLeast => (bound, null),
            var order when order == Ordered.MoreThan => bound == DateOnly.MaxValue ? null : (bound.AddDays(1), null),
            var order when order == Ordered.AtMost => (null, bound),
            _ => bound == DateOnly.MinValue ? null : (null, bound.AddDays(-1)),
        },
        _ => null,
    };

    private static DateOnly? DayOf(Expression expression, Bindings bindings) =>
        expression.Evaluate(bindings) is Value.Date { Day: var day } ? day : null;
}
