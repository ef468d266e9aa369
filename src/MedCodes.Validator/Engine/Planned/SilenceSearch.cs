using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Explains why a rule about claims or patients says nothing of a claim.</summary>
internal static class SilenceSearch
{
    /// <summary>Explains a rule's silence.</summary>
    /// <param name="engine">The engine that judges.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="rule">The rule, of claim or patient scope.</param>
    /// <param name="patient">The patient whose claim it is.</param>
    /// <param name="claim">The claim, one of the patient's.</param>
    /// <param name="run">What the run holds.</param>
    public static Silence Explain(IRuleEngine engine, RuleSet rules, Rule rule, PatientCase patient, ClaimFacts claim, RunKnowledge run)
    {
        var judged = engine.Judge(patient, run).Outcomes.FirstOrDefault(outcome => outcome.Rule == rule && outcome.On == claim.Claim);
        if (Excepted(rule, claim) is { } excepted)
            return new Silence(rule.Description, claim.Claim.Place!, Outcome.NotApplicable, excepted, [], null);

        var units = new PatientUnits(patient);
        var place = patient.Claims.IndexOf(claim);
        var unit = rule.Scope == Scope.Claim ? units.Claim(place) : units.Patients.First(one => one[ClaimKinds.Claim].Contains(claim.Claim));
        var nearest = new NearestBinding(new RulePlan(rule, 0, Shortcuts.All, new TableFacts(MemoRoom.Usual)), unit, claim.Claim, rules, run, rules.DefaultProfile).Find();
        return new Silence(
            rule.Description,
            claim.Claim.Place!,
            judged?.Outcome ?? Outcome.NotApplicable,
            judged?.Reason,
            [.. FindingWriter.Witnesses(rule, nearest.Bound)],
            nearest.Missed is { } missed ? FindingWriter.Missed(missed) : null);
    }

    private static string? Excepted(Rule rule, ClaimFacts claim)
    {
        var setting = claim.View.Setting == ClaimSetting.Institutional ? "institutional" : "professional";
        if (!rule.Description.AppliesTo.Contains(setting))
            return $"the rule is not for {setting} claims";
        if (claim.Profile.IsOff(rule.Description))
            return $"the payer profile {claim.Profile.Name} switches the rule off";
        return claim.IsSuperseded && rule.Scope == Scope.Patient ? "a later claim replaces or voids this one" : null;
    }
}
