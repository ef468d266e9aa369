using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Judges conditions in Kleene's logic.</summary>
internal static class Conditions
{
    public static Verdict Judge(Condition condition, Bindings bindings) => condition switch
    {
        Condition.All all => all.Parts.Aggregate(Verdict.True, (verdict, part) => verdict & Judge(part, bindings)),
        Condition.Any any => any.Parts.Aggregate(Verdict.False, (verdict, part) => verdict | Judge(part, bindings)),
        Condition.Not not => !Judge(not.Part, bindings),
        Condition.Is test => bindings[test.Name] is { } fact
            ? test.Matcher.Judge(fact[test.Field], fact, bindings)
            : Verdict.False,
        _ => throw new InvalidOperationException($"No judgement is defined for {condition.GetType().Name}."),
    };

    /// <summary>The conditions of an entry on a fact, each in words, in the order in which they count.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="fact">The fact that the entry's name is to stand for.</param>
    /// <param name="bindings">The names bound before.</param>
    public static IEnumerable<(string Words, Verdict Verdict)> OfEntry(Entry entry, Fact fact, Bindings bindings)
    {
        // Of a row that cannot be looked up only the kind is known: whether there is one is not.
        if (entry.Access is not null && fact.WhyUnknown is { } unknown)
            yield return ("the row itself", Verdict.Unknown(unknown));

        foreach (var same in entry.SameAs)
        {
            if (bindings[same.Other] is { } other)
                yield return ($"{same.Own.Name} same as {same.Other}'s", Comparison.Equal(fact[same.Own], other[same.Others]));
        }

        if (entry.After is { } after && bindings[after] is { } earlier)
        {
            yield return (
                $"after {after}",
                fact.WhyUnknown is { } reason ? Verdict.Unknown(reason) : Verdict.Of(fact.Order.CompareTo(earlier.Order) > 0));
        }

        var bound = bindings.With(entry.Name, fact);
        foreach (var part in entry.Where is Condition.All all ? all.Parts : entry.Where is { } only ? [only] : [])
            yield return (part is Condition.Is test ? test.Words : "the other conditions", Judge(part, bound));
    }

    /// <summary>All conditions of an entry on a fact together.</summary>
    public static Verdict JudgeEntry(Entry entry, Fact fact, Bindings bindings) =>
        OfEntry(entry, fact, bindings).Aggregate(Verdict.True, (verdict, next) => verdict & next.Verdict);
}
