using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Counts and sums facts. What is uncertain makes a range from the certain to the possible.</summary>
internal static class Totals
{
    /// <summary>The total of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="bindings">The names bound before.</param>
    /// <param name="facts">The facts that may be members, in canonical order.</param>
    /// <param name="domain">What they are taken from: it tells what has been seen.</param>
    /// <param name="run">The run.</param>
    public static Fact Of(Entry entry, Bindings bindings, IEnumerable<Fact> facts, Domain domain, RunKnowledge run)
    {
        var total = entry.Total!;
        var members = facts
            .Select(fact => (Fact: fact, Verdict: Conditions.JudgeEntry(entry, fact, bindings)))
            .Where(member => !member.Verdict.IsFalse)
            .ToList();
        var certain = members.Where(member => member.Verdict.IsTrue).Select(member => member.Fact).ToImmutableArray();
        var possible = members.Select(member => member.Fact).ToImmutableArray();
        var unseen = Unseen.FactOf(entry, bindings, domain.Seen, run);
        var why = unseen?.WhyUnknown ?? members.Select(member => member.Verdict.Reason).FirstOrDefault(reason => reason is not null);
        var content = new TotalFact(
            total.Distinct is { } distinct
                ? CountValues(distinct, certain, possible, unseen is not null, why)
                : new Value.Number(certain.Length, unseen is null ? possible.Length : null, why),
            total.Sum is { } sum ? SumOf(sum, certain, possible, unseen is not null, why) : null,
            certain,
            possible);
        return Fact.Of(entry.Kind, content, null, FactOrder.Last);
    }

    // A value that is missing may or may not be one more.
    private static Value.Number CountValues(Field field, ImmutableArray<Fact> certain, ImmutableArray<Fact> possible, bool unseen, string? why)
    {
        var known = Values(field, certain).Where(value => Comparison.ReasonUnknown(value) is null).Distinct().Count();
        var all = Values(field, possible).ToList();
        var most = all.Where(value => Comparison.ReasonUnknown(value) is null).Distinct().Count()
            + all.Count(value => Comparison.ReasonUnknown(value) is not null);
        return new Value.Number(Math.Max(known, certain.IsEmpty ? 0 : 1), unseen ? null : most, why ?? WhyUnknown(all));
    }

    private static Value SumOf(Field field, ImmutableArray<Fact> certain, ImmutableArray<Fact> possible, bool unseen, string? why)
    {
        var values = Values(field, possible).ToList();
        why ??= WhyUnknown(values);
        var isOpen = unseen || WhyUnknown(values) is not null;

        // Amounts can be negative, so an uncertain one leaves nothing to say.
        if (field.Type.Scalar == ScalarType.Amount && (isOpen || certain.Length != possible.Length))
            return new Value.Unknown(why ?? "what a total counts is not certain");
        return new Value.Number(Add(Values(field, certain)), isOpen ? null : Add(values), why);
    }

    private static string? WhyUnknown(IEnumerable<Value> values) => values.Select(Comparison.ReasonUnknown).FirstOrDefault(reason => reason is not null);

    private static IEnumerable<Value> Values(Field field, IEnumerable<Fact> facts) => facts.Select(fact => fact[field]);

    private static decimal Add(IEnumerable<Value> values) => values.OfType<Value.Number>().Sum(number => number.Low ?? 0);
}
