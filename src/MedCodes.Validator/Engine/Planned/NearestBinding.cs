using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Finds what came nearest to a finding of a rule on a claim: first a binding that fails, then one that could not be evaluated, is
/// bypassed or passes; where nothing is bound as a whole, the binding that got farthest, with the condition it failed on.
/// </summary>
internal sealed class NearestBinding(RulePlan plan, UnitFacts unit, Fact claim, RuleSet rules, RunKnowledge run, Profile fallback)
{
    // A patient with thousands of lines has millions of pairs; among so many the nearest one of the first is near enough.
    private const int MostTries = 200_000;

    private readonly Frame _frame = new(plan.Names, fallback, run.AsOf);
    private int _tries;
    private bool _isFound;
    private Nearness _best = new(null, -1, int.MaxValue);

    /// <summary>The names with their facts in the nearest binding.</summary>
    public ImmutableArray<(string Name, Fact Fact)> Bound { get; private set; } = [];

    /// <summary>What the binding lacks; null where every entry is bound.</summary>
    public NearMiss? Missed { get; private set; }

    /// <summary>Looks through the bindings that begin in the claim.</summary>
    public NearestBinding Find()
    {
        Explore(plan.Match, 0, Verdict.True, new Search(null, JudgeDemand));
        return this;
    }

    private void JudgeDemand(Verdict matched)
    {
        switch (plan.Rule.Logic.Demand)
        {
            case Demand.Check:
                KeepWhole(Decide(matched, plan.Check!(_frame)));
                break;
            case Demand.Require:
                var met = Verdict.False;
                ExploreGroups(new Search(Outcome.Pass, group =>
                {
                    met |= group;
                    if (group.IsTrue)
                        KeepWhole(Outcome.Pass);
                })
                { KeepsMisses = false });
                if (!met.IsTrue)
                    ExploreGroups(new Search(Decide(matched, met), _ => { }));
                _isFound = _best.Outcome == Outcome.Fail;
                break;
            default:
                ExploreGroups(new Search(Outcome.Pass, group => KeepWhole(Decide(matched, !group))));
                break;
        }
    }

    private Outcome Decide(Verdict matched, Verdict met) =>
        OutcomeTable.Decide(matched, met, met.IsTrue ? Verdict.False : plan.Unless?.Invoke(_frame) ?? Verdict.False).Outcome;

    private void ExploreGroups(Search search)
    {
        foreach (var group in plan.Groups)
            Explore(group, 0, Verdict.True, search);
    }

    private void Explore(ImmutableArray<EntryPlan> entries, int next, Verdict verdict, Search search)
    {
        if (next == entries.Length)
        {
            search.OnWhole(verdict);
            return;
        }

        var entry = entries[next];
        var before = _frame.Count;
        if (entry.Total is { } total)
        {
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            Explore(entries, next + 1, verdict, search);
            _frame.ReleaseTo(before);
            return;
        }

        var any = false;
        foreach (var fact in Candidates(entry))
        {
            any = true;
            _tries++;
            if (_isFound || _tries > MostTries)
                return;
            var own = entry.TryBind(_frame, fact);
            if (own.IsFalse)
            {
                var (failed, first) = entry.Distance(_frame, fact);
                KeepMiss(search, failed, new NearMiss(entry.Entry, fact, first));
                continue;
            }

            Explore(entries, next + 1, verdict & own, search);
            _frame.ReleaseTo(before);
        }

        if (!any)
            KeepMiss(search, int.MaxValue - 1, new NearMiss(entry.Entry, null, null));
    }

    private IEnumerable<Fact> Candidates(EntryPlan entry)
    {
        if (entry.Rows is { } rows)
            return rows.Find(_frame, rules.Tables[entry.Entry.Access!.Table], run.AsOf);
        var isFirst = _frame.Count == 0;
        return unit[entry.Kind].Where(fact => !_frame.Holds(fact) && (!isFirst || fact.Within(ClaimKinds.Claim) is not { } own || own == claim));
    }

    private void KeepWhole(Outcome outcome)
    {
        Keep(new Nearness(outcome, int.MaxValue, 0), null);
        _isFound |= outcome == Outcome.Fail;
    }

    private void KeepMiss(Search search, int failed, NearMiss missed)
    {
        if (search.KeepsMisses)
            Keep(new Nearness(search.Outcome, _frame.Count, failed), missed);
    }

    private void Keep(Nearness nearness, NearMiss? missed)
    {
        if (!nearness.IsNearerThan(_best))
            return;
        _best = nearness;
        Bound = _frame.Snapshot();
        Missed = missed;
    }

    /// <summary>What is looked for.</summary>
    /// <param name="Outcome">How the rule ends where it is not found; null where it then speaks of nothing.</param>
    /// <param name="OnWhole">Takes the verdict on each binding of all entries.</param>
    private sealed record Search(Outcome? Outcome, Action<Verdict> OnWhole)
    {
        /// <summary>Whether what falls short is worth telling.</summary>
        public bool KeepsMisses { get; init; } = true;
    }

    /// <summary>How near a binding comes to a finding.</summary>
    /// <param name="Outcome">How the rule ends on it; null where it speaks of nothing.</param>
    /// <param name="Depth">How many names are bound.</param>
    /// <param name="Failed">How many conditions of the next one are not met.</param>
    private readonly record struct Nearness(Outcome? Outcome, int Depth, int Failed)
    {
        public bool IsNearerThan(Nearness other) =>
            Rank != other.Rank ? Rank < other.Rank
            : Depth != other.Depth ? Depth > other.Depth
            : Failed < other.Failed;

        private int Rank => Outcome is { } outcome ? OutcomeOrder.Rank(outcome) : int.MaxValue;
    }
}
