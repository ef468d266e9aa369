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
    private readonly ImmutableArray<Rule> _ofClaims;
    private readonly ImmutableArray<Rule> _ofFiles;
    private readonly ImmutableArray<Rule> _ofDocuments;

    public NaiveEngine(RuleSet rules)
    {
        _rules = rules;
        _fallback = rules.Profiles.FirstOrDefault(profile => profile.IsDefault) ?? rules.Profiles[0];
        _ofClaims = [.. rules.Strata.SelectMany(stratum => stratum)];
        _ofFiles = [.. rules.Rules.Where(rule => rule.Scope == Scope.File)];
        _ofDocuments = [.. rules.Rules.Where(rule => rule.Scope == Scope.Document && rules.IsOnForPages(rule))];
    }

    public string Name => "naive";

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        var facts = patient.Claims.Where(claim => !claim.IsSuperseded).Concat(patient.History).SelectMany(claim => claim.All).ToList();
        foreach (var entry in _ofClaims.SelectMany(rule => rule.Logic.AllEntries).Where(entry => !run.Holds(entry)))
        {
            var kind = entry.Total?.Of ?? entry.Kind;
            var own = Unseen.OwnConditions(entry).ToList();
            if (facts.Any(fact => fact.Kind == kind && own.TrueForAll(condition => Holds(condition, entry, fact, run))))
                run.Hold(entry);
        }
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var results = new List<RuleResult>();
        var found = new Dictionary<Fact, List<Fact>>();
        foreach (var stratum in _rules.Strata)
        {
            var judged = JudgeStratum(stratum, patient, found, run);
            results.AddRange(judged);
            foreach (var finding in judged.SelectMany(result => result.Findings))
                Add(finding, found);
        }

        return Results.Combine(results);
    }

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var domain = new Domain(facts, null);
        var rules = facts[0].Kind == FileKinds.File ? _ofFiles : _ofDocuments;
        return Results.Combine(rules.Select(rule => Collect(rule, domain, run)));
    }

    public Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var domain = new Domain(facts, null);
        return Results.Combine(_rules.Rules.Where(rule => rule.Scope == scope && _rules.IsOnForPages(rule)).Select(rule => Collect(rule, domain, run)));
    }

    private List<RuleResult> JudgeStratum(ImmutableArray<Rule> stratum, PatientCase patient, Dictionary<Fact, List<Fact>> found, RunKnowledge run)
    {
        var results = stratum.Where(rule => !rule.Logic.ReadsDenied).SelectMany(rule => JudgeRule(rule, patient, found, run)).ToList();
        Deny(results);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        List<RuleResult> dependent;
        do
        {
            dependent = [.. stratum.Where(rule => rule.Logic.ReadsDenied).SelectMany(rule => JudgeRule(rule, patient, found, run))];
        }
        while (Deny(dependent));
        results.AddRange(dependent);
        return results;
    }

    /// <summary>Makes a fact of a finding, for the strata to come.</summary>
    private static void Add(JudgedFinding finding, Dictionary<Fact, List<Fact>> found)
    {
        if (finding.At.Within(ClaimKinds.Claim) is not { } claim)
            return;
        if (!found.TryGetValue(claim, out var all))
            found[claim] = all = [];

        // Behind everything that was read of the claim, in the order in which they were found.
        var order = claim.Order with { Sequence = int.MaxValue / 2 + all.Count };
        all.Add(Fact.Of(FindingKinds.Finding, new FindingContent(finding.Finding.Rule, finding.Finding.Severity, finding.At), claim, order, _ => finding.At.Place));
    }

    private bool Holds(Condition condition, Entry entry, Fact fact, RunKnowledge run) =>
        Conditions.Judge(condition, Bindings.None(_fallback, run.AsOf).With(entry.Name, fact)).IsTrue;

    private IEnumerable<RuleResult> JudgeRule(Rule rule, PatientCase patient, Dictionary<Fact, List<Fact>> found, RunKnowledge run)
    {
        if (rule.Scope == Scope.Claim)
            return patient.Claims.Select(claim => Collect(rule, new Domain(WithFindings(claim), null), run));
        var visible = patient.Claims.Where(claim => !claim.IsSuperseded).ToList();
        if (!patient.IsIdentified)
            return visible.Select(claim => Collect(rule, new Domain(WithFindings(claim).Prepend(patient.Patient), null), run).NotEvaluated(NotIdentified));
        var facts = visible.Concat(patient.History).OrderBy(claim => claim.Order).SelectMany(WithFindings).ToList();
        return [Collect(rule, new Domain(facts.Prepend(patient.Patient), SeenBy(facts, patient)), run)];

        IEnumerable<Fact> WithFindings(ClaimFacts claim) => claim.All.Concat(found.GetValueOrDefault(claim.Claim) ?? []);
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
