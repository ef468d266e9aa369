using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>The engine that the language is defined by. It shares no code with faster ones.</summary>
internal sealed class NaiveEngine : IRuleEngine
{
    private const string NotIdentified = "the patient cannot be identified: payer, member id or first name is missing";

    private readonly RuleSet _rules;
    private readonly Profile _fallback;
    private readonly ImmutableArray<Rule> _first;
    private readonly ImmutableArray<Rule> _onDenied;
    private readonly ImmutableArray<Rule> _ofFiles;
    private readonly ImmutableArray<Rule> _ofDocuments;

    public NaiveEngine(RuleSet rules)
    {
        _rules = rules;
        _fallback = rules.Profiles.FirstOrDefault(profile => profile.IsDefault) ?? rules.Profiles[0];
        var ofClaims = rules.Rules.Where(rule => rule.Scope is Scope.Claim or Scope.Patient).ToList();
        _onDenied = [.. ofClaims.Where(rule => rule.Logic.ReadsDenied)];
        _first = [.. ofClaims.Where(rule => !rule.Logic.ReadsDenied)];
        _ofFiles = [.. rules.Rules.Where(rule => rule.Scope == Scope.File)];
        _ofDocuments = [.. rules.Rules.Where(rule => rule.Scope == Scope.Document)];
    }

    public string Name => "naive";

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        var facts = patient.Claims.Where(claim => !claim.IsSuperseded).Concat(patient.History).SelectMany(claim => claim.All).ToList();
        foreach (var entry in _first.Concat(_onDenied).SelectMany(rule => rule.Logic.AllEntries).Where(entry => !run.Holds(entry)))
        {
            var kind = entry.Total?.Of ?? entry.Kind;
            var own = Unseen.OwnConditions(entry).ToList();
            if (facts.Any(fact => fact.Kind == kind && own.TrueForAll(condition => Holds(condition, entry, fact, run))))
                run.Hold(entry);
        }
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var results = _first.SelectMany(rule => JudgeRule(rule, patient, run)).ToList();
        Deny(results);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        List<RuleResult> dependent;
        do
        {
            dependent = [.. _onDenied.SelectMany(rule => JudgeRule(rule, patient, run))];
        }
        while (Deny(dependent));
        return Results.Combine(results.Concat(dependent));
    }

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var domain = new Domain(facts, null);
        var rules = facts[0].Kind == FileKinds.File ? _ofFiles : _ofDocuments;
        return Results.Combine(rules.Select(rule => Collect(rule, domain, run)));
    }

    private bool Holds(Condition condition, Entry entry, Fact fact, RunKnowledge run) =>
        Conditions.Judge(condition, Bindings.None(_fallback, run.AsOf).With(entry.Name, fact)).IsTrue;

    private IEnumerable<RuleResult> JudgeRule(Rule rule, PatientCase patient, RunKnowledge run)
    {
        if (rule.Scope == Scope.Claim)
            return patient.Claims.Select(claim => Collect(rule, new Domain(claim.All, null), run));
        var visible = patient.Claims.Where(claim => !claim.IsSuperseded).ToList();
        if (!patient.IsIdentified)
            return visible.Select(claim => Collect(rule, new Domain(claim.All.Prepend(patient.Patient), null), run).NotEvaluated(NotIdentified));
        var facts = visible.Concat(patient.History).OrderBy(claim => claim.Order).SelectMany(claim => claim.All).ToList();
        return [Collect(rule, new Domain(facts.Prepend(patient.Patient), SeenBy(facts, patient)), run)];
    }

    private RuleResult Collect(Rule rule, Domain domain, RunKnowledge run)
    {
        var judge = new RuleJudge(_rules, rule, domain, run, _fallback);
        return RuleResult.Of(rule, judge, judge.Judge());
    }

    private static SeenDays SeenBy(IEnumerable<Fact> facts, PatientCase patient) => new(
        [.. facts.Select(fact => fact.Content).OfType<LineDay>().Select(day => day.Day).OfType<DateOnly>()],
        patient.HistoryFrom);

    /// <summary>Marks what rules deny; whether that is more than was marked before.</summary>
    private static bool Deny(IEnumerable<RuleResult> results)
    {
        var more = false;
        foreach (var line in results.SelectMany(result => result.Denied).Where(line => !line.IsDenied))
        {
            line.IsDenied = true;
            more = true;
        }

        return more;
    }
}
