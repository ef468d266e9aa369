using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Finds the ways to bind the entries of rules over one set of facts. What they come to is decided elsewhere.</summary>
internal interface IBindingSearch
{
    /// <summary>Every way to bind <c>match</c> on whose conditions are not false, in canonical order.</summary>
    IEnumerable<FoundBinding> Match(Rule rule, Policy policy);

    /// <summary>Every way to bind a group of the demand beside what <c>match</c> bound, in canonical order.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="group">The group's place in the demand.</param>
    /// <param name="matched">Bindings that the search itself found for <c>match</c>.</param>
    IEnumerable<FoundBinding> Group(Rule rule, int group, Bindings matched);
}

/// <summary>Makes searches.</summary>
internal interface IBindingSearches
{
    /// <summary>A search for some rules over a set of facts.</summary>
    IBindingSearch Over(Domain domain, RuleGroup rules, RunKnowledge run);
}

/// <summary>Bindings of names with what the conditions of their entries come to; never false.</summary>
internal readonly record struct FoundBinding(Bindings Bindings, Verdict Verdict);

/// <summary>Rules that are always judged together. It has identity, so that what is made for it once is found again.</summary>
internal sealed class RuleGroup(ImmutableArray<Rule> rules)
{
    public ImmutableArray<Rule> Rules => rules;
}
