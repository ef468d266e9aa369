using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Hands each fact to the rules whose first entry it may meet. A rule that a written value selects is passed over only where the
/// fact is known to have another one.
/// </summary>
internal sealed class Dispatcher
{
    private readonly ImmutableArray<RulePlan> _plans;
    private readonly FrozenDictionary<FactKind, int[]> _unselected;
    private readonly ImmutableArray<FieldIndex> _indexes;

    public Dispatcher(IEnumerable<RulePlan> plans)
    {
        _plans = [.. plans];
        var numbered = _plans.Select((plan, number) => (Plan: plan, Number: number)).ToList();
        _unselected = numbered
            .Where(item => item.Plan.Selection is null && item.Plan.Match[0].Rows is null && item.Plan.Match[0].Total is null)
            .GroupBy(item => item.Plan.Match[0].Kind)
            .ToFrozenDictionary(group => group.Key, group => group.Select(item => item.Number).ToArray());
        _indexes =
        [
            .. numbered.Where(item => item.Plan.Selection is not null)
                .GroupBy(item => (item.Plan.Match[0].Kind, item.Plan.Selection!.Field))
                .Select(group => new FieldIndex(group.Key.Kind, group.Key.Field, [.. group.Select(item => (item.Number, item.Plan.Selection!.Values))])),
        ];
    }

    /// <summary>The rules that some fact of a unit may meet, in their order, each with those facts in canonical order.</summary>
    public IEnumerable<(RulePlan Plan, List<Fact> Facts)> Of(UnitFacts unit)
    {
        var facts = new List<Fact>?[_plans.Length];
        foreach (var (kind, numbers) in _unselected)
        {
            if (unit[kind] is { Count: > 0 } all)
            {
                foreach (var number in numbers)
                    facts[number] = all;
            }
        }

        foreach (var index in _indexes)
        {
            foreach (var fact in unit[index.Kind])
                index.Hand(fact, facts);
        }

        for (var number = 0; number < _plans.Length; number++)
        {
            // What begins with a row or a total is not found among the facts.
            if (facts[number] is { } met)
                yield return (_plans[number], met);
            else if (_plans[number].Match[0] is { Rows: not null } or { Total: not null })
                yield return (_plans[number], []);
        }
    }

    private sealed class FieldIndex
    {
        private readonly Field _field;
        private readonly int[] _all;
        private readonly FrozenDictionary<string, int[]> _byValue;

        public FieldIndex(FactKind kind, Field field, ImmutableArray<(int Number, ImmutableArray<string> Values)> plans)
        {
            Kind = kind;
            _field = field;
            _all = [.. plans.Select(plan => plan.Number)];
            _byValue = plans
                .SelectMany(plan => plan.Values.Distinct(StringComparer.Ordinal).Select(value => (Value: value, plan.Number)))
                .GroupBy(item => item.Value, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Select(item => item.Number).ToArray(), StringComparer.Ordinal);
        }

        public FactKind Kind { get; }

        public void Hand(Fact fact, List<Fact>?[] facts)
        {
            switch (fact[_field])
            {
                case Value.Text text:
                    if (_byValue.TryGetValue(text.Written, out var selected))
                        Add(fact, facts, selected);
                    break;
                case Value.BlankValue:
                    break;
                case Value.List list when list.Items.All(item => item is Value.Text):
                    foreach (var item in list.Items)
                    {
                        if (_byValue.TryGetValue(((Value.Text)item).Written, out var some))
                            Add(fact, facts, some);
                    }

                    break;
                default:
                    Add(fact, facts, _all);
                    break;
            }
        }

        private static void Add(Fact fact, List<Fact>?[] facts, int[] numbers)
        {
            foreach (var number in numbers)
            {
                var list = facts[number] ??= [];

                // Two modifiers of one line may select the same rule.
                if (list.Count == 0 || list[^1] != fact)
                    list.Add(fact);
            }
        }
    }
}
