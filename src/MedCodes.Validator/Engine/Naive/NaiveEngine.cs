using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>The engine that the language is defined by. It shares no code with faster ones.</summary>
internal sealed class NaiveEngine : IRuleEngine
{
    private const string NotIdentified = "the patient cannot be identified: payer, member id or first name is missing";

    private readonly RuleSet _rules;
    private readonly ImmutableHashSet<Rule> _readPolicy;
    private readonly ImmutableHashSet<Rule> _readDenied;

    public NaiveEngine(RuleSet rules)
    {
        _rules = rules;
        _readPolicy = [.. rules.Rules.Where(rule => rule.Logic.ReadsPolicy)];
        _readDenied = [.. rules.Rules.Where(rule => rule.Logic.ReadsDenied)];
    }

    public string Name => "naive";

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        // What lies in the past was billed by whomever; the run is what is billed now.
        var facts = patient.Claims.Where(claim => !claim.IsSuperseded).SelectMany(claim => claim.All).ToList();
        foreach (var rule in _rules.StrataFor(Scope.Patient).SelectMany(stratum => stratum))
        {
            try
            {
                foreach (var entry in rule.Logic.AllEntries.Where(entry => !run.Holds(entry) && IsMet(entry, facts)))
                    run.Hold(entry);
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                run.Crashed(rule, crash);
            }
        }
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var results = new List<RuleResult>();
        var found = new FoundFacts();
        foreach (var stratum in _rules.StrataFor(Scope.Patient))
        {
            var judged = JudgeStratum(stratum, new PatientDomains(patient, found), patient.IsIdentified, run);
            results.AddRange(judged);
            foreach (var finding in judged.SelectMany(result => result.Findings))
                found.Add(finding);
        }

        return Results.Combine(results);
    }

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run) =>
        JudgeTogether(facts[0].Kind == FileKinds.File ? Scope.File : Scope.Document, facts, run);

    public Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var results = new List<RuleResult>();
        var found = new FoundFacts();
        foreach (var stratum in _rules.StrataFor(scope))
        {
            var domain = new Domain(facts.Concat(found.All), null);
            var judged = stratum.Where(_rules.IsOnForPages).Select(rule => Collect(rule, domain, run)).ToList();
            results.AddRange(judged);
            foreach (var finding in judged.SelectMany(result => result.Findings))
                found.Add(finding);
        }

        return Results.Combine(results);
    }

    private List<RuleResult> JudgeStratum(ImmutableArray<Rule> stratum, PatientDomains domains, bool isIdentified, RunKnowledge run)
    {
        var results = stratum.Where(rule => !_readDenied.Contains(rule)).SelectMany(rule => JudgeRule(rule, domains, isIdentified, run)).ToList();
        Deny(results);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        List<RuleResult> dependent;
        do
        {
            dependent = [.. stratum.Where(_readDenied.Contains).SelectMany(rule => JudgeRule(rule, domains, isIdentified, run))];
        }
        while (Deny(dependent));
        results.AddRange(dependent);
        return results;
    }

    /// <summary>Whether one of the facts meets the conditions of an entry that speak of nothing else.</summary>
    private static bool IsMet(Entry entry, List<Fact> facts)
    {
        var kind = entry.Total?.Of ?? entry.Kind;
        var own = Unseen.OwnConditions(entry).ToList();
        return facts.Exists(fact => fact.Kind == kind
            && own.TrueForAll(condition => Conditions.Judge(condition, Bindings.None(Policy.Of(fact)!).With(entry.Name, fact)).IsTrue));
    }

    private IEnumerable<RuleResult> JudgeRule(Rule rule, PatientDomains domains, bool isIdentified, RunKnowledge run)
    {
        if (rule.Scope == Scope.Claim)
            return domains.Claims.Select(claim => Collect(rule, claim, run));
        var results = domains.Patients.Select(patient => Collect(rule, patient, run));
        return isIdentified ? results : results.Select(result => result.NotEvaluated(NotIdentified));
    }

    private RuleResult Collect(Rule rule, Domain domain, RunKnowledge run)
    {
        try
        {
            var judge = new RuleJudge(_rules, rule, domain, run, _readPolicy.Contains(rule));
            return RuleResult.Of(rule, judge, judge.Judge());
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(rule, crash);
            return RuleResult.NotEvaluated(rule, domain.Judged.Where(on => RuleAudience.Takes(rule.Description, on)), RuleCrash.Reason);
        }
    }

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
