using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>A condition as a function of what is bound.</summary>
internal delegate Verdict ConditionPlan(Frame frame);

/// <summary>Turns conditions into closures over slots.</summary>
internal static class ConditionPlanner
{
    public static ConditionPlan Plan(Condition condition, Func<string, int> slotOf)
    {
        switch (condition)
        {
            case Condition.Is test:
                return PlanTest(test, slotOf(test.Name));
            case Condition.Not not:
                var negated = Plan(not.Part, slotOf);
                return frame => !negated(frame);
            case Condition.All all:
                return Conjunction([.. all.Parts.Select(part => Plan(part, slotOf))]);
            case Condition.Any any:
                return Disjunction([.. any.Parts.Select(part => Plan(part, slotOf))]);
            default:
                throw new InvalidOperationException($"No plan is defined for {condition.GetType().Name}.");
        }
    }

    private static ConditionPlan PlanTest(Condition.Is test, int slot)
    {
        var (matcher, field) = (test.Matcher, test.Field);
        return frame => frame[slot] is { } fact ? matcher.Judge(fact[field], fact, frame) : Verdict.False;
    }

    private static ConditionPlan Conjunction(ConditionPlan[] parts) => frame =>
    {
        var verdict = Verdict.True;
        foreach (var part in parts)
        {
            verdict &= part(frame);
            if (verdict.IsFalse)
                break;
        }

        return verdict;
    };

    private static ConditionPlan Disjunction(ConditionPlan[] parts) => frame =>
    {
        var verdict = Verdict.False;
        foreach (var part in parts)
        {
            verdict |= part(frame);
            if (verdict.IsTrue)
                break;
        }

        return verdict;
    };
}
