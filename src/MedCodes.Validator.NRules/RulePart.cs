using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.NRules;

/// <summary>
/// A part of a rule that is a rule for NRules: <c>match</c>, or <c>match</c> with one group of the demand. NRules knows true and false
/// only, so a group is not a condition but a binding of its own, and what is unknown in it is weighed afterwards.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Group">The group's place in the demand; null for <c>match</c> alone.</param>
internal sealed record RulePart(Rule Rule, int? Group)
{
    /// <summary>Its entries, each behind those that it refers to.</summary>
    public ImmutableArray<Entry> Entries =>
        Group is { } group ? [.. Rule.Logic.Match, .. Rule.Logic.Demand.AllGroups[group]] : Rule.Logic.Match;

    /// <summary>The parts of a rule.</summary>
    public static IEnumerable<RulePart> Of(Rule rule) =>
        Enumerable.Range(0, rule.Logic.Demand.AllGroups.Length).Select(group => new RulePart(rule, group)).Prepend(new RulePart(rule, null));
}
