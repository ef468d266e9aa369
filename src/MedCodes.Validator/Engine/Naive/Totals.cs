using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Counts and sums facts. What is uncertain makes a range from the certain to the possible.</summary>
internal static class Totals
{
    public static Fact Of(Entry entry, Bindings bindings, Domain domain, RunKnowledge run)
    {
        var total = entry.Total!;
        var members = domain[total.Of]
            .Select(fact => (Fact: fact, Verdict: Conditions.JudgeEntry(entry, fact, bindings)))
            .Where(member => !member.Verdict.IsFalse)
            .ToList();
        var certain = members.Where(member => member.Verdict.IsTrue).Select(member => member.Fact).ToImmutableArray();
        var possible = members.Select(member => member.Fact).ToImmutableArray();
        var unseen = Unseen.FactOf(entry, bindings, domain.Seen, run) is not null;
        var content = new TotalFact(
            total.Distinct is { } distinct ? CountValues(distinct, certain, possible, unseen) : Count(certain, possible, unseen),
            total.Sum is { } sum ? SumOf(sum, certain, possible, unseen) : null,
            certain,
            possible);
        return Fact.Of(entry.Kind, content, null, FactOrder.Last);
    }

    private static Value.Number Count(ImmutableArray<Fact> certain, ImmutableArray<Fact> possible, bool unseen) =>
        new(certain.Length, unseen ? null : possible.Length);

    // A value that is missing may or may not be one more.
    private static Value.Number CountValues(Field field, ImmutableArray<Fact> certain, ImmutableArray<Fact> possible, bool unseen)
    {
        var known = Values(field, certain).Where(value => Comparison.ReasonUnknown(value) is null).Distinct().Count();
        var all = Values(field, possible).ToList();
        var most = all.Where(value => Comparison.ReasonUnknown(value) is null).Distinct().Count()
            + all.Count(value => Comparison.ReasonUnknown(value) is not null);
        return new Value.Number(Math.Max(known, certain.IsEmpty ? 0 : 1), unseen ? null : most);
    }

    private static Value SumOf(Field field, ImmutableArray<Fact> certain, ImmutableArray<Fact> possible, bool unseen)
    {
        var values = Values(field, possible).ToList();
        var isCertain = !unseen && certain.Length == possible.Length && values.All(value => Comparison.ReasonUnknown(value) is null);

        // Amounts can be negative, so an uncertain one leaves nothing to say.
        if (!isCertain && field.Type.Scalar == ScalarType.Amount)
            return new Value.Unknown(values.Select(Comparison.ReasonUnknown).FirstOrDefault(reason => reason is not null) ?? "what a total counts is not certain");
        var low = Add(Values(field, certain));
        var open = unseen || values.Any(value => Comparison.ReasonUnknown(value) is not null);
        return new Value.Number(low, open ? null : Add(values));
    }

    private static IEnumerable<Value> Values(Field field, IEnumerable<Fact> facts) => facts.Select(fact => fact[field]);

    private static decimal Add(IEnumerable<Value> values) => values.OfType<Value.Number>().Sum(number => number.Low ?? 0);
}
