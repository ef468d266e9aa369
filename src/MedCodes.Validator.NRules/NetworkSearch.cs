using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.NRules;

/// <summary>Hands over what NRules found in a set of facts, in canonical order.</summary>
internal sealed class NetworkSearch : IBindingSearch
{
    private readonly Unit _unit;
    private readonly List<Context> _contexts = [];
    private readonly Dictionary<Bindings, Activation> _matched = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RulePart, ILookup<string, Activation>> _groups = [];

    public NetworkSearch(RuleSet rules, Network network, Domain domain, RunKnowledge run)
    {
        _unit = new Unit(domain, run);
        var elsewhere = new Policy(rules.DefaultProfile, run.AsOf);
        foreach (var policy in domain.Policies.Append(elsewhere).Distinct())
            _contexts.Add(new Context(_unit, policy, policy == elsewhere));
        network.Run(_unit, _contexts);
    }

    public IEnumerable<FoundBinding> Match(Rule rule, Policy policy)
    {
        foreach (var activation in _unit.Activations(new RulePart(rule, null)).Where(activation => activation.Context.Policy == policy))
        {
            var found = Complete(rule.Logic.Match, activation.Bound, new FoundBinding(Bindings.None(policy), Verdict.True));
            _matched[found.Bindings] = activation;
            yield return found;
        }
    }

    public IEnumerable<FoundBinding> Group(Rule rule, int group, Bindings matched)
    {
        var part = new RulePart(rule, group);
        if (!_groups.TryGetValue(part, out var all))
        {
            var length = rule.Logic.Match.Length;
            _groups[part] = all = _unit.Activations(part).ToLookup(activation => activation.KeyOf(length), StringComparer.Ordinal);
        }

        var match = _matched[matched];
        var entries = rule.Logic.Demand.AllGroups[group];
        foreach (var activation in all[match.KeyOf(match.Bound.Length)].Where(activation => ReferenceEquals(activation.Context, match.Context)))
            yield return Complete(entries, activation.Bound.AsSpan(match.Bound.Length), new FoundBinding(matched, Verdict.True));
    }

    /// <summary>What the conditions of entries come to, which NRules only knows to be not false.</summary>
    private static FoundBinding Complete(ImmutableArray<Entry> entries, ReadOnlySpan<Candidate> bound, FoundBinding found)
    {
        var (bindings, verdict) = found;
        for (var i = 0; i < entries.Length; i++)
        {
            var fact = EntryTest.FactOf(entries[i], bound[i], bindings)!;

            // The members of a total have met its conditions already.
            if (entries[i].Total is null)
                verdict &= Conditions.JudgeEntry(entries[i], fact, bindings);
            bindings = bindings.With(entries[i].Name, fact);
        }

        return new FoundBinding(bindings, verdict);
    }
}
