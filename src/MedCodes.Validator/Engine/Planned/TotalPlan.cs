using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Counts and sums the facts of an entry. Facts that agree in all that the total depends on have the same total, so it is counted
/// once for them.
/// </summary>
internal sealed class TotalPlan(EntryPlan entry, TotalOf total)
{
    private const string Uncertain = "what a total counts is not certain";

    // Behind a fact that comes earlier, or on what is denied, nothing can be remembered.
    private readonly bool _isFixed = entry.Shortcuts.Totals && entry.Entry.After is null && !entry.Entry.Reads.Any(read => read.Field == LineKinds.Denied);

    public Fact Of(Frame frame, UnitFacts unit, RunKnowledge run)
    {
        if (!_isFixed)
            return Add(frame, unit, run);
        var key = entry.BoundValues.Of(frame);
        if (!unit.Totals.TryGetValue(key, out var fact))
            unit.Totals[key] = fact = Add(frame, unit, run);
        return fact;
    }

    private Fact Add(Frame frame, UnitFacts unit, RunKnowledge run)
    {
        var certain = ImmutableArray.CreateBuilder<Fact>();
        var possible = ImmutableArray.CreateBuilder<Fact>();
        var candidates = unit.MembersOf(entry, frame);
        var classes = _isFixed ? unit.ClassesOf(entry, candidates.Count) : null;
        var bound = frame.Count;
        var unseenFact = entry.Unseen?.FactOf(frame, unit.Days, run);
        var why = unseenFact?.WhyUnknown;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (classes is null || !classes.TryFind(candidates.PlaceOf(i), out var verdict))
            {
                verdict = entry.TryBind(frame, candidates[i], candidates.IsWithin(i));
                frame.ReleaseTo(bound);
                classes?.Add(candidates.PlaceOf(i), verdict);
            }

            if (verdict.IsFalse)
                continue;
            possible.Add(candidates[i]);
            why ??= verdict.Reason;
            if (verdict.IsTrue)
                certain.Add(candidates[i]);
        }

        var unseen = unseenFact is not null;
        var (sure, all) = (certain.ToImmutable(), possible.ToImmutable());
        var content = new TotalFact(
            total.Distinct is { } distinct ? CountValues(Of(sure, distinct), Of(all, distinct), unseen, why) : new Value.Number(sure.Length, unseen ? null : all.Length, why),
            total.Sum is { } sum ? SumOf(sum, Of(sure, sum), Of(all, sum), unseen, why) : null,
            sure,
            all);
        return Fact.Of(entry.Entry.Kind, content, null, FactOrder.Last);

        static List<Value> Of(ImmutableArray<Fact> members, Field field) => [.. members.Select(member => member[field])];
    }

    /// <summary>How many different values there are.</summary>
    public static Value.Number CountValues(List<Value> certain, List<Value> possible, bool unseen, string? why)
    {
        var known = new HashSet<Value>();
        foreach (var value in certain)
            AddKnown(known, value);
        var least = Math.Max(known.Count, certain.Count == 0 ? 0 : 1);
        var unknown = 0;
        known.Clear();
        foreach (var value in possible)
        {
            if (AddKnown(known, value))
                continue;
            unknown++;
            why ??= Comparison.ReasonUnknown(value);
        }

        return new Value.Number(least, unseen ? null : known.Count + unknown, why);
    }

    /// <summary>The sum of values.</summary>
    public static Value SumOf(Field field, List<Value> certain, List<Value> possible, bool unseen, string? why)
    {
        var (high, unknown) = Add(possible);
        why ??= unknown;
        var isOpen = unseen || unknown is not null;
        if (field.Type.Scalar == ScalarType.Amount && (isOpen || certain.Count != possible.Count))
            return new Value.Unknown(why ?? Uncertain);
        return new Value.Number(Add(certain).Sum, isOpen ? null : high, why);
    }

    private static bool AddKnown(HashSet<Value> known, Value value)
    {
        if (Comparison.ReasonUnknown(value) is not null)
            return false;
        known.Add(value);
        return true;
    }

    private static (decimal Sum, string? WhyUnknown) Add(List<Value> values)
    {
        var (sum, why) = (0m, (string?)null);
        foreach (var value in values)
        {
            if (value is Value.Number number)
                sum += number.Low ?? 0;
            else
                why ??= Comparison.ReasonUnknown(value);
        }

        return (sum, why);
    }
}
