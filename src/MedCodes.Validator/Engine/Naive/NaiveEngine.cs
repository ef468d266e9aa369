using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>
/// The engine that the language is defined by. It shares no code with faster ones. Which bindings there are it finds by trying all of
/// them, unless it is given another search; what they come to is always decided here.
/// </summary>
internal sealed class NaiveEngine : IRuleEngine
{
    private const string NotIdentified = "the patient cannot be identified: payer, member id or first name is missing";

    private readonly RuleSet _rules;
    private readonly IBindingSearches _searches;
    private readonly ImmutableHashSet<Rule> _readPolicy;
    private readonly ImmutableDictionary<Scope, ImmutableArray<Stratum>> _strata;

    public NaiveEngine(RuleSet rules)
        : this(rules, "naive", new EveryBindings(rules))
    {
    }

    /// <summary>Makes an engine that finds bindings in another way.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="name">The name that reports give.</param>
    /// <param name="searches">How bindings are found.</param>
    public NaiveEngine(RuleSet rules, string name, IBindingSearches searches)
    {
        _rules = rules;
        Name = name;
        _searches = searches;
        _readPolicy = [.. rules.Rules.Where(rule => rule.Logic.ReadsPolicy)];
        _strata = StrataOf.Units.ToImmutableDictionary(unit => unit, unit => rules.StrataFor(unit).Select(Stratum.Of).ToImmutableArray());
    }

    public string Name { get; }

    public void Learn(ClaimFacts claim, RunKnowledge run)
    {
        // What lies in the past was billed by whomever; the run is what is billed now.
        if (claim.IsSuperseded)
            return;
        ImmutableArray<Fact> facts = [.. claim.All];
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
        foreach (var stratum in _strata[Scope.Patient])
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
        foreach (var stratum in _strata[scope])
        {
            var domain = new Domain(facts.Concat(found.All), null);
            var search = _searches.Over(domain, stratum.All, run);
            var judged = stratum.All.Rules.Where(_rules.IsOnForPages).Select(rule => Collect(rule, domain, search, run)).ToList();
            results.AddRange(judged);
            foreach (var finding in judged.SelectMany(result => result.Findings))
                found.Add(finding);
        }

        return Results.Combine(results);
    }

    private List<RuleResult> JudgeStratum(Stratum stratum, PatientDomains domains, bool isIdentified, RunKnowledge run)
    {
        var results = JudgeRules(stratum.Free, domains, isIdentified, run);
        Deny(results);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        List<RuleResult> dependent;
        do
        {
            dependent = JudgeRules(stratum.ReadDenied, domains, isIdentified, run);
        }
        while (Deny(dependent));
        results.AddRange(dependent);
        return results;
    }

    /// <summary>Whether one of the facts meets the conditions of an entry that speak of nothing else.</summary>
    private static bool IsMet(Entry entry, ImmutableArray<Fact> facts)
    {
        var kind = entry.Total?.Of ?? entry.Kind;
        var own = Unseen.OwnConditions(entry).ToList();
        return facts.Any(fact => fact.Kind == kind
            && own.TrueForAll(condition => Conditions.Judge(condition, Bindings.None(Policy.Of(fact)!).With(entry.Name, fact)).IsTrue));
    }

    private List<RuleResult> JudgeRules(PatientRules rules, PatientDomains domains, bool isIdentified, RunKnowledge run)
    {
        var claims = Searched(domains.Claims, rules.OfClaims, run);
        var patients = Searched(domains.Patients, rules.OfPatients, run);
        return
        [
            .. rules.All.SelectMany(rule => rule.Scope == Scope.Claim
                ? claims.Select(claim => Collect(rule, claim.Domain, claim.Search, run))
                : patients.Select(patient => Collect(rule, patient.Domain, patient.Search, run))
                    .Select(result => isIdentified ? result : result.NotEvaluated(NotIdentified))),
        ];
    }

    private List<(Domain Domain, IBindingSearch Search)> Searched(ImmutableArray<Domain> domains, RuleGroup rules, RunKnowledge run) =>
        rules.Rules.IsEmpty ? [] : [.. domains.Select(domain => (domain, _searches.Over(domain, rules, run)))];

    private RuleResult Collect(Rule rule, Domain domain, IBindingSearch search, RunKnowledge run)
    {
        try
        {
            var judge = new RuleJudge(_rules, rule, domain, search, run, _readPolicy.Contains(rule));
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
