using System.Runtime.CompilerServices;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.NRules;

/// <summary>Makes searches by NRules. Rules that are judged together are compiled once.</summary>
internal sealed class NetworkSearches(RuleSet rules) : IBindingSearches
{
    private readonly ConditionalWeakTable<RuleGroup, Lazy<Network>> _networks = [];

    public IBindingSearch Over(Domain domain, RuleGroup group, RunKnowledge run) =>
        new NetworkSearch(rules, _networks.GetValue(group, made => new Lazy<Network>(() => new Network(rules, made))).Value, domain, run);
}
