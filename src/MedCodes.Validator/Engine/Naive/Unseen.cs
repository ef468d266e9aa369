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
        if (seen is null || !kind.IsWithin(LineKinds.Line) || StaysInsideClaim(entry) || Period(entry, bindings) is not { } period)
            return null;
        if (period.WhyUnknown is { } reason)
            return Fact.Unknown(kind, reason);
        if (period.From > period.Through)
            return null;
        if (!seen.Cover(period.From ?? DateOnly.MinValue, period.Through ?? DateOnly.MaxValue))
            return Fact.Unknown(kind, BeyondTheRun);
        return period.From == period.Through && AsksForNoProvider(entry) && OthersBill(entry, bindings, run)
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
        !entry.SameAs.Any(same => LineKinds.TellsProvider(same.Own))
        && !Parts(entry).OfType<Condition.Is>().Any(test => LineKinds.TellsProvider(test.Field) && test.Matcher is EqualTo or OneOf);

    private static ImmutableArray<Condition> Parts(Entry entry) =>
        entry.Where is Condition.All all ? all.Parts : entry.Where is { } only ? [only] : [];

    /// <summary>The period that the entry's bounds on its date leave; null where it sets none.</summary>
    private static DayPeriod? Period(Entry entry, Bindings bindings)
    {
        var bounds = DateBound.Of(entry);
        if (bounds.IsEmpty)
            return null;
        var period = new DayPeriod(null, null, null);
        foreach (var bound in bounds)
        {
            var low = Days(bound.Low, bindings);
            var high = Days(bound.High, bindings);
            period = new DayPeriod(
                Later(period.From, Moved(low.Min(), bound.Inside)),
                Earlier(period.Through, Moved(high.Max(), -bound.Inside)),
                period.WhyUnknown ?? WhyUnknown(bound.Low, bindings) ?? WhyUnknown(bound.High, bindings));
        }

        return period;
    }

    private static IEnumerable<DateOnly?> Days(ImmutableArray<Expression> days, Bindings bindings) =>
        days.Select(day => day.Evaluate(bindings)).OfType<Value.Date>().Select(date => (DateOnly?)date.Day);

    private static string? WhyUnknown(ImmutableArray<Expression> days, Bindings bindings) =>
        days.Select(day => Comparison.ReasonUnknown(day.Evaluate(bindings))).FirstOrDefault(reason => reason is not null);

    private static DateOnly? Moved(DateOnly? day, int days) =>
        day is not { } known ? null
        : DateOnly.FromDayNumber(Math.Clamp(known.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;

    /// <summary>The days between two ends; null for no end, and why where an end is not known.</summary>
    private sealed record DayPeriod(DateOnly? From, DateOnly? Through, string? WhyUnknown);
}
