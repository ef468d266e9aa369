using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Rules of a unit that are judged when those before them are done.</summary>
/// <param name="All">All of them.</param>
/// <param name="Free">Those that do not ask what is denied.</param>
/// <param name="ReadDenied">Those that do: they are judged until nothing more is denied.</param>
internal sealed record Stratum(RuleGroup All, PatientRules Free, PatientRules ReadDenied)
{
    public static Stratum Of(ImmutableArray<Rule> rules) => new(
        new RuleGroup(rules),
        PatientRules.Of([.. rules.Where(rule => !rule.Logic.ReadsDenied)]),
        PatientRules.Of([.. rules.Where(rule => rule.Logic.ReadsDenied)]));
}

/// <summary>Rules about claims and patients.</summary>
/// <param name="All">All of them, in order.</param>
/// <param name="OfClaims">Those that are judged claim by claim.</param>
/// <param name="OfPatients">Those that are judged on all that is seen of a patient.</param>
internal sealed record PatientRules(ImmutableArray<Rule> All, RuleGroup OfClaims, RuleGroup OfPatients)
{
    public static PatientRules Of(ImmutableArray<Rule> rules) => new(
        rules,
        new RuleGroup([.. rules.Where(rule => rule.Scope == Scope.Claim)]),
        new RuleGroup([.. rules.Where(rule => rule.Scope != Scope.Claim)]));
}
