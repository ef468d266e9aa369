using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Tries every fact for every entry. No index and no plan.</summary>
internal sealed class EveryBinding(RuleSet rules, Domain domain, RunKnowledge run) : IBindingSearch
{
    public IEnumerable<FoundBinding> Match(Rule rule, Policy policy) => Bind(rule.Logic.Match, 0, Bindings.None(policy), Verdict.True);

    public IEnumerable<FoundBinding> Group(Rule rule, int group, Bindings matched) => Bind(rule.Logic.Demand.AllGroups[group], 0, matched, Verdict.True);

    /// <summary>Every way to bind the entries from one on whose conditions are not false.</summary>
    private IEnumerable<FoundBinding> Bind(ImmutableArray<Entry> entries, int next, Bindings bindings, Verdict verdict)
    {
        if (next == entries.Length)
            return [new FoundBinding(bindings, verdict)];
        var entry = entries[next];
        return Candidates.Of(entry, bindings, domain, rules, run).SelectMany(fact =>
        {
            // The members of a total have met its conditions already.
            var own = entry.Total is null ? Conditions.JudgeEntry(entry, fact, bindings) : Verdict.True;
            return own.IsFalse ? [] : Bind(entries, next + 1, bindings.With(entry.Name, fact), verdict & own);
        });
    }
}

/// <summary>Makes searches that try everything.</summary>
internal sealed class EveryBindings(RuleSet rules) : IBindingSearches
{
    public IBindingSearch Over(Domain domain, RuleGroup group, RunKnowledge run) => new EveryBinding(rules, domain, run);
}
