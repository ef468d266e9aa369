using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// The built-in engine: each rule planned once, facts handed only to the rules that they may meet, joins by key. It gives what the
/// definition gives.
/// </summary>
internal sealed class PlannedEngine : IRuleEngine
{
    private const string NotIdentified = "the patient cannot be identified: payer, member id or first name is missing";

    private readonly RuleSet _rules;
    private readonly Profile _fallback;
    private readonly Dispatcher _ofClaims;
    private readonly Dispatcher _ofPatients;
    private readonly Dispatcher _ofFiles;
    private readonly Dispatcher _ofDocuments;
    private readonly Dispatcher _ofLibraries;
    private readonly Dispatcher _ofClaimsOnDenied;
    private readonly Dispatcher _ofPatientsOnDenied;
    private readonly bool _readsDenied;
    private readonly LearningPlan _learning;

    public PlannedEngine(RuleSet rules)
    {
        _rules = rules;
        _fallback = rules.Profiles.FirstOrDefault(profile => profile.IsDefault) ?? rules.Profiles[0];
        var plans = rules.Rules.Select(rule => new RulePlan(rule)).ToList();
        _readsDenied = plans.Exists(plan => plan.ReadsDenied);
        _ofClaims = Of(Scope.Claim, readsDenied: false);
        _ofPatients = Of(Scope.Patient, readsDenied: false);
        _ofClaimsOnDenied = Of(Scope.Claim, readsDenied: true);
        _ofPatientsOnDenied = Of(Scope.Patient, readsDenied: true);
        _ofFiles = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.File));
        _ofDocuments = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.Document));
        _ofLibraries = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.Library));
        _learning = new LearningPlan(plans, _fallback);

        Dispatcher Of(Scope scope, bool readsDenied) =>
            new(plans.Where(plan => plan.Rule.Scope == scope && plan.ReadsDenied == readsDenied));
    }

    public string Name => "built-in";

    public void Learn(PatientCase patient, RunKnowledge run) => _learning.Learn(patient, run);

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var units = new PatientUnits(patient);
        var first = Judge(units, _ofClaims, _ofPatients, run);
        Deny(first);
        if (!_readsDenied)
            return Combine(first);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        List<JudgedRule> dependent;
        do
        {
            dependent = Judge(units, _ofClaimsOnDenied, _ofPatientsOnDenied, run);
        }
        while (Deny(dependent));
        return Combine(first.Concat(dependent));
    }

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run) =>
        Judge(facts[0].Kind == FileKinds.File ? _ofFiles : _ofDocuments, facts, run);

    public Judgement JudgeLibrary(ImmutableArray<Fact> facts, RunKnowledge run) => Judge(_ofLibraries, facts, run);

    private Judgement Judge(Dispatcher dispatcher, ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var results = new List<JudgedRule>();
        JudgeUnit(dispatcher, new UnitFacts(facts, null), run, isIdentified: true, results);
        return Combine(results);
    }

    private List<JudgedRule> Judge(PatientUnits units, Dispatcher ofClaims, Dispatcher ofPatients, RunKnowledge run)
    {
        var results = new List<JudgedRule>();
        foreach (var claim in units.Claims)
            JudgeUnit(ofClaims, claim, run, isIdentified: true, results);
        foreach (var unit in units.Patients)
            JudgeUnit(ofPatients, unit, run, units.IsIdentified, results);
        return results;
    }

    private void JudgeUnit(Dispatcher dispatcher, UnitFacts unit, RunKnowledge run, bool isIdentified, List<JudgedRule> results)
    {
        foreach (var (plan, facts) in dispatcher.Of(unit))
        {
            var judging = new RuleJudging(plan, unit, _rules, run, _fallback);
            var tally = judging.Judge(facts);
            if (tally.Outcomes.Count > 0)
                results.Add(new JudgedRule(judging, tally, isIdentified));
        }
    }

    /// <summary>Marks what rules deny; whether that is more than was marked before.</summary>
    private static bool Deny(List<JudgedRule> results)
    {
        var more = false;
        foreach (var result in results)
        {
            foreach (var line in result.IsIdentified ? result.Tally.Denied : [])
            {
                more |= !line.IsDenied;
                line.IsDenied = true;
            }
        }

        return more;
    }

    private static Judgement Combine(IEnumerable<JudgedRule> results)
    {
        var findings = new List<JudgedFinding>();
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>();
        foreach (var (judging, tally, isIdentified) in results)
        {
            if (isIdentified)
                findings.AddRange(judging.Write());
            foreach (var outcome in tally.Outcomes)
                outcomes.Add(isIdentified ? outcome : outcome with { Outcome = Outcome.NotEvaluated, Reason = NotIdentified });
        }

        return new Judgement(
            [.. findings.OrderBy(finding => finding.At.Order).ThenBy(finding => finding.Finding.Rule.Id, StringComparer.Ordinal)],
            outcomes.ToImmutable());
    }

    private readonly record struct JudgedRule(RuleJudging Judging, RuleTally Tally, bool IsIdentified);
}
