using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Finds conditions that no value can meet, and questions whose answer is always the same: the rule could never fire.</summary>
internal static class Contradictions
{
    public static void Check(RuleLogic logic, Diagnostics diagnostics)
    {
        foreach (var condition in Conditions(logic))
            Check(condition, diagnostics);
        foreach (var test in logic.Tests.Where(test => test.Field.Absence == Absence.Never && PartsOf(test).Any(part => part is Present.IsThere)))
            diagnostics.Add(test.Written, $"'{test.Field.Name}' is never absent, so asking whether it is present decides nothing");
    }

    private static IEnumerable<Condition> Conditions(RuleLogic logic)
    {
        foreach (var where in logic.AllEntries.Select(entry => entry.Where).OfType<Condition>())
            yield return where;
        if (logic.Demand is Demand.Check check)
            yield return check.Condition;
        if (logic.Unless is { } unless)
            yield return unless;
    }

    private static void Check(Condition condition, Diagnostics diagnostics)
    {
        switch (condition)
        {
            case Condition.All all:
                CheckTogether(Together(all), diagnostics);
                foreach (var part in all.Parts.Where(part => part is Condition.Any or Condition.Not))
                    Check(part, diagnostics);
                break;
            case Condition.Any any:
                foreach (var part in any.Parts)
                    Check(part, diagnostics);
                break;
            case Condition.Not not:
                Check(not.Part, diagnostics);
                break;
            default:
                CheckTogether([(Condition.Is)condition], diagnostics);
                break;
        }
    }

    // A map inside a list of "all" stands for all of its entries.
    private static IEnumerable<Condition.Is> Together(Condition.All all) => all.Parts.SelectMany(part => part switch
    {
        Condition.Is test => [test],
        Condition.All inner => Together(inner),
        _ => [],
    });

    private static void CheckTogether(IEnumerable<Condition.Is> tests, Diagnostics diagnostics)
    {
        foreach (var group in tests.GroupBy(test => (test.Name, test.Field)))
        {
            var parts = group.SelectMany(PartsOf).ToList();
            if (!CanBeMet(parts))
                diagnostics.Add(group.Last().Written, $"no value of {group.Key.Field.Name} meets these conditions together");
        }
    }

    private static IReadOnlyList<Matcher> PartsOf(Condition.Is test) => test.Matcher is AllOf all ? all.Parts : [test.Matcher];

    private static bool CanBeMet(List<Matcher> parts)
    {
        if (parts.Any(part => part is Present.IsThere { Wanted: false }) && parts.Exists(part => part is not Present.IsThere { Wanted: false }))
            return false;
        var lists = parts.Select(ValuesOf).OfType<IReadOnlyList<Value>>().ToList();
        if (lists.Count > 0)
            return lists[0].Any(value => lists.TrueForAll(list => list.Contains(value)) && parts.TrueForAll(part => Allows(part, value)));

        // Whatever lies between the bounds can be met if the highest of the lower ones can.
        var lows = parts.Select(LowOf).OfType<(Value Value, bool IsIn)>().ToList();
        return lows.Count == 0 || lows.Exists(low => parts.TrueForAll(part => Allows(part, low.Value, low.IsIn)));
    }

    /// <summary>The written values of which a value must be one; null where the matcher is of another kind or reads facts.</summary>
    private static List<Value>? ValuesOf(Matcher matcher) => matcher switch
    {
        EqualTo or OneOf when matcher.Arguments.All(argument => argument is Expression.Literal) =>
            [.. matcher.Arguments.OfType<Expression.Literal>().Select(literal => literal.Value)],
        In.InSet named => [.. named.Set.Codes.Select(Value.Of)],
        _ => null,
    };

    private static (Value Value, bool IsIn)? LowOf(Matcher matcher) => matcher switch
    {
        Ordered.Bounded { Bound: Expression.Literal bound } part when part.Order == Ordered.AtLeast || part.Order == Ordered.MoreThan =>
            (bound.Value, part.Order == Ordered.AtLeast),
        Between.Within { Low: Expression.Literal low } => (low.Value, true),
        _ => null,
    };

    // Of a bound that is not in itself, the values right above it must be allowed.
    private static bool Allows(Matcher matcher, Value value, bool isIn = true) => matcher switch
    {
        Ordered.Bounded { Bound: Expression.Literal { Value: var bound } } part => part.Order switch
        {
            var order when order == Ordered.AtLeast => Comparison.AtMost(bound, value).IsTrue,
            var order when order == Ordered.MoreThan && !isIn => Comparison.AtMost(bound, value).IsTrue,
            var order when order == Ordered.MoreThan => Comparison.LessThan(bound, value).IsTrue,
            var order when order == Ordered.AtMost && isIn => Comparison.AtMost(value, bound).IsTrue,
            _ => Comparison.LessThan(value, bound).IsTrue,
        },
        Between.Within { Low: Expression.Literal low, High: Expression.Literal high } =>
            Comparison.AtMost(low.Value, value).IsTrue
            && (isIn ? Comparison.AtMost(value, high.Value).IsTrue : Comparison.LessThan(value, high.Value).IsTrue),
        _ => true,
    };
}
