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
/// No index and no plan; it exists to be obviously right.
/// </summary>
internal sealed class RuleJudge(RuleSet rules, Rule rule, Domain domain, RunKnowledge run, bool readsPolicy)
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
            var nearest = Candidates(first, bindings)
                .Where(fact => fact.WhyUnknown is null && fact.Content is not TotalFact)
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
        foreach (var (bindings, matched) in Bind(_logic.Match, 0, Bindings.None(policy), Verdict.True))
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
                var met = require.Groups
                    .SelectMany(group => Bind(group, 0, bindings, Verdict.True))
                    .Aggregate(Verdict.False, (verdict, found) => verdict | found.Verdict);
                yield return Decide(bindings, matched, met);
                break;
            case Demand.Forbid forbid:
                var any = false;
                foreach (var (found, verdict) in forbid.Groups.SelectMany(group => Bind(group, 0, bindings, Verdict.True)))
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

    /// <summary>Every way to bind the entries from one on whose conditions are not false.</summary>
    private IEnumerable<(Bindings Bindings, Verdict Verdict)> Bind(ImmutableArray<Entry> entries, int next, Bindings bindings, Verdict verdict)
    {
        if (next == entries.Length)
            return [(bindings, verdict)];
        var entry = entries[next];
        return Candidates(entry, bindings).SelectMany(fact =>
        {
            // The members of a total have met its conditions already.
            var own = entry.Total is null ? Conditions.JudgeEntry(entry, fact, bindings) : Verdict.True;
            return own.IsFalse ? [] : Bind(entries, next + 1, bindings.With(entry.Name, fact), verdict & own);
        });
    }

    private IEnumerable<Fact> Candidates(Entry entry, Bindings bindings)
    {
        if (entry.Total is not null)
            return [Totals.Of(entry, bindings, domain, run)];
        if (entry.Access is { } access)
            return Rows.Find(entry, bindings, rules.Tables[access.Table], run.AsOf);
        var loaded = domain[entry.Kind].Where(fact => !bindings.Holds(fact));

        // What the rule is about must have been read; what it is held against may lie beyond the run.
        if (bindings.All.IsEmpty)
            return loaded;
        return Unseen.FactOf(entry, bindings, domain.Seen, run) is { } unseen ? loaded.Append(unseen) : loaded;
    }

    private Bindings BindOptional(Bindings bindings)
    {
        foreach (var entry in _logic.Optional)
        {
            var first = Candidates(entry, bindings).FirstOrDefault(fact => Conditions.JudgeEntry(entry, fact, bindings).IsTrue);
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
