using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>
/// The definition of the language, executable: every binding of <c>match</c>, every way to meet the demand, and the outcome table.
/// </summary>
internal sealed class RuleJudge(RuleSet rules, Rule rule, Domain domain, IBindingSearch search, RunKnowledge run, bool readsPolicy)
{
    private readonly RuleLogic _logic = rule.Logic;

    /// <summary>Every binding that is reported, with its outcome.</summary>
    public IEnumerable<JudgedBinding> Judge()
    {
        // $policy is the profile of the reported fact's claim, which is known when all is bound: so each profile is tried, and what
        // is not reported under it is left to the others.
        var elsewhere = new Policy(rules.DefaultProfile, run.AsOf);
        foreach (var policy in readsPolicy ? domain.Policies.Append(elsewhere) : [elsewhere])
        {
            foreach (var (outcome, bindings, reason) in JudgeUnder(policy))
            {
                if (ReportedAt(bindings) is { } at && RuleAudience.Takes(rule.Description, at) && (!readsPolicy || (Policy.Of(at) ?? elsewhere) == policy))
                    yield return new JudgedBinding(bindings, at, outcome, reason);
            }
        }
    }

    /// <summary>The groups of entries that a binding found no facts for, each with what came nearest.</summary>
    public IEnumerable<NearMiss> NearMisses(Bindings bindings)
    {
        foreach (var group in _logic.Demand is Demand.Require require ? require.Groups : [])
        {
            var first = group.FirstOrDefault(entry => !entry.Kind.IsTable) ?? group[0];
            var nearest = Candidates.Of(first, bindings, domain, rules, run)
                .Where(fact => NearMiss.IsTold(rule, first) && fact.WhyUnknown is null && fact.Content is not TotalFact)
                .Select(fact => (Fact: fact, Failed: Conditions.OfEntry(first, fact, bindings).Where(part => !part.Verdict.IsTrue).ToList()))
                .OrderBy(candidate => candidate.Failed.Count)
                .FirstOrDefault();
            yield return new NearMiss(first, nearest.Fact, nearest.Failed?.Select(part => part.Words).FirstOrDefault());
        }
    }

    // Facts of history are neither reported nor denied, so a binding that speaks of nothing else says nothing.
    private Fact? ReportedAt(Bindings bindings)
    {
        foreach (var name in _logic.Report)
        {
            var fact = bindings[name];
            if (fact is { WhyUnknown: null, IsHistory: false } && !fact.Kind.IsTable && fact.Content is not TotalFact)
                return fact.Kind == LineKinds.LineDay ? fact.Whole : fact;
        }

        return null;
    }

    private IEnumerable<(Outcome Outcome, Bindings Bindings, string? Reason)> JudgeUnder(Policy policy)
    {
        foreach (var (bindings, matched) in search.Match(rule, policy))
        {
            foreach (var (outcome, judged, reason) in JudgeDemand(bindings, matched))
                yield return (outcome, BindOptional(judged), reason);
        }
    }

    private IEnumerable<(Outcome Outcome, Bindings Bindings, string? Reason)> JudgeDemand(Bindings bindings, Verdict matched)
    {
        switch (_logic.Demand)
        {
            case Demand.Check check:
                yield return Decide(bindings, matched, Conditions.Judge(check.Condition, bindings));
                break;
            case Demand.Require require:
                var met = GroupsFound(require.Groups, bindings)
                    .Aggregate(Verdict.False, (verdict, found) => verdict | found.Verdict);
                yield return Decide(bindings, matched, met);
                break;
            case Demand.Forbid forbid:
                var any = false;
                foreach (var (found, verdict) in GroupsFound(forbid.Groups, bindings))
                {
                    any = true;
                    yield return Decide(found, matched, !verdict);
                }

                if (!any)
                    yield return (Outcome.Pass, bindings, null);
                break;
            default:
                throw new InvalidOperationException($"No judgement is defined for {_logic.Demand.GetType().Name}.");
        }
    }

    /// <summary>The outcome table.</summary>
    private (Outcome Outcome, Bindings Bindings, string? Reason) Decide(Bindings bindings, Verdict matched, Verdict met)
    {
        if (met.IsTrue)
            return (Outcome.Pass, bindings, null);
        var lifted = _logic.Unless is { } unless ? Conditions.Judge(unless, bindings) : Verdict.False;
        if (lifted.IsTrue)
            return (Outcome.Bypassed, bindings, null);
        return matched.IsTrue && met.IsFalse && lifted.IsFalse
            ? (Outcome.Fail, bindings, null)
            : (Outcome.NotEvaluated, bindings, matched.Reason ?? met.Reason ?? lifted.Reason);
    }

    private IEnumerable<FoundBinding> GroupsFound(ImmutableArray<ImmutableArray<Entry>> groups, Bindings matched) =>
        Enumerable.Range(0, groups.Length).SelectMany(group => search.Group(rule, group, matched));

    private Bindings BindOptional(Bindings bindings)
    {
        foreach (var entry in _logic.Optional)
        {
            var first = Candidates.Of(entry, bindings, domain, rules, run).FirstOrDefault(fact => Conditions.JudgeEntry(entry, fact, bindings).IsTrue);
            if (first is not null)
                bindings = bindings.With(entry.Name, first);
        }

        return bindings;
    }
}

/// <summary>A binding of a rule with its outcome.</summary>
/// <param name="Bindings">What the names stand for; for <c>forbid</c> with the facts that were found.</param>
/// <param name="At">The fact that it is reported at.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">For not evaluated, the first unknown in the order match, demand, unless.</param>
internal sealed record JudgedBinding(Bindings Bindings, Fact At, Outcome Outcome, string? Reason);
