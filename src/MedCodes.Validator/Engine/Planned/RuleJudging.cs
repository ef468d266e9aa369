using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>One rule at work on one unit.</summary>
internal sealed class RuleJudging(RulePlan plan, UnitFacts unit, RuleSet rules, RunKnowledge run, Profile fallback)
{
    private readonly Frame _frame = new(plan.Names, fallback, run.AsOf);
    private readonly RuleTally _tally = new(plan);
    private Verdict _matched;
    private Verdict _met;
    private bool _any;
    private int _completed;

    /// <summary>What part of a rule the entries being bound belong to.</summary>
    private enum Stage
    {
        Match = 1,
        Require,
        Forbid,
        Begin,
    }

    /// <summary>Judges every binding that begins with one of the facts.</summary>
    public RuleTally Judge(IReadOnlyList<Fact> firsts)
    {
        try
        {
            if (plan.TriesProfiles)
                JudgeUnderEach(firsts);
            else
                JudgeAll(firsts);
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(plan.Rule, crash);
            _frame.ReleaseTo(0);
            _tally.Crash(firsts.Select(first => first.Within(ClaimKinds.Claim) ?? first.Root).Where(on => !on.IsHistory).Distinct());
        }

        return _tally;
    }

    /// <summary>Whether a binding may begin with a fact, by the first entries of <c>match</c>.</summary>
    public bool MayBegin(Fact fact, int steps)
    {
        try
        {
            _any = false;
            if (plan.AppliesTo(fact))
                Take(plan.Match[..steps], 0, fact, Verdict.True, Stage.Begin);
            return _any;
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging the rule will say so.
            return true;
        }
    }

    /// <summary>The failures as findings.</summary>
    public IEnumerable<JudgedFinding> Write()
    {
        try
        {
            return [.. _tally.Write(NearMisses)];
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(plan.Rule, crash);
            return [];
        }
    }

    // What is reported under another profile than its own is left to that one.
    private void JudgeUnderEach(IReadOnlyList<Fact> firsts)
    {
        foreach (var holder in unit.Holders)
        {
            _frame.Hold(holder);
            JudgeAll(firsts);
        }

        // Only a rule about files can report at what stands in no claim.
        if (plan.Rule.Scope is Scope.Claim or Scope.Patient or Scope.Batch)
            return;
        _frame.Hold(null);
        JudgeAll(firsts);
    }

    private void JudgeAll(IReadOnlyList<Fact> firsts)
    {
        var first = plan.Match[0];
        if (first.Rows is not null || first.Total is not null)
        {
            Bind(plan.Match, 0, Verdict.True, Stage.Match);
            return;
        }

        for (var i = 0; i < firsts.Count; i++)
        {
            if (plan.AppliesTo(firsts[i]))
                Take(plan.Match, 0, firsts[i], Verdict.True, Stage.Match);
        }
    }

    // False where what follows can change nothing any more.
    private bool Bind(ImmutableArray<EntryPlan> entries, int next, Verdict verdict, Stage stage)
    {
        if (next == entries.Length)
            return Complete(verdict, stage);
        var entry = entries[next];
        if (entry.Total is { } total)
        {
            // The members of a total have met its conditions already.
            var before = _frame.Count;
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            var goesOn = Bind(entries, next + 1, verdict, stage);
            _frame.ReleaseTo(before);
            return goesOn;
        }

        if (entry.Rows is not null)
        {
            foreach (var row in unit.RowsOf(entry, _frame, rules.Tables, run.AsOf))
            {
                if (!Take(entries, next, row, verdict, stage))
                    return false;
            }

            return true;
        }

        var candidates = unit.Of(entry, _frame, new ReachContext(rules.Tables, fallback, run.AsOf));
        var classes = unit.ClassesOf(entry, candidates.Count);
        var days = unit.DaysOf(entry, _frame, candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (days?.LeaveOut(candidates.PlaceOf(i)) == true)
                continue;
            var fact = candidates[i];
            if (_frame.Holds(fact) || classes?.IsPassedOver(candidates.PlaceOf(i)) == true)
                continue;
            var before = _completed;
            if (!Take(entries, next, fact, verdict, stage))
                return false;
            if (_completed == before)
                classes?.PassOver(candidates.PlaceOf(i));
        }

        return entry.Unseen?.FactOf(_frame, unit.Days, run) is not { } unseen || Take(entries, next, unseen, verdict, stage);
    }

    private bool Take(ImmutableArray<EntryPlan> entries, int next, Fact fact, Verdict verdict, Stage stage)
    {
        var before = _frame.Count;
        var own = entries[next].TryBind(_frame, fact);
        if (own.IsFalse)
            return true;
        var goesOn = Bind(entries, next + 1, verdict & own, stage);
        _frame.ReleaseTo(before);
        return goesOn;
    }

    private bool Complete(Verdict verdict, Stage stage)
    {
        _completed++;
        switch (stage)
        {
            case Stage.Match:
                _matched = verdict;
                JudgeDemand();
                return true;
            case Stage.Require:
                _met |= verdict;
                return !_met.IsTrue;
            case Stage.Begin:
                _any = true;
                return false;
            default:
                _any = true;
                Decide(!verdict);
                return true;
        }
    }

    private void JudgeDemand()
    {
        switch (plan.Rule.Logic.Demand)
        {
            case Demand.Check:
                Decide(plan.Check!(_frame));
                break;
            case Demand.Require:
                _met = Verdict.False;
                foreach (var group in plan.Groups)
                {
                    if (!Bind(group, 0, Verdict.True, Stage.Require))
                        break;
                }

                Decide(_met);
                break;
            case Demand.Forbid:
                _any = false;
                foreach (var group in plan.Groups)
                    Bind(group, 0, Verdict.True, Stage.Forbid);
                if (!_any)
                    Record(Outcome.Pass, null);
                break;
            default:
                throw new InvalidOperationException($"No judgement is defined for {plan.Rule.Logic.Demand.GetType().Name}.");
        }
    }

    private void Decide(Verdict met)
    {
        // What lifts a demand is not asked where it is met.
        var lifted = met.IsTrue ? Verdict.False : plan.Unless?.Invoke(_frame) ?? Verdict.False;
        var (outcome, reason) = OutcomeTable.Decide(_matched, met, lifted);
        Record(outcome, reason);
    }

    private void Record(Outcome outcome, string? reason)
    {
        var before = _frame.Count;
        foreach (var entry in plan.Optional)
            BindFirst(entry);
        _tally.Add(_frame, outcome, reason);
        _frame.ReleaseTo(before);
    }

    private void BindFirst(EntryPlan entry)
    {
        if (entry.Total is { } total)
        {
            // Naming a total in a message binds it as it is.
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            return;
        }

        if (entry.Rows is { } rows)
        {
            foreach (var row in rows.Find(_frame, rules.Tables[entry.Entry.Access!.Table], run.AsOf))
            {
                if (IsFirst(row))
                    return;
            }

            return;
        }

        var candidates = unit.Of(entry, _frame, new ReachContext(rules.Tables, fallback, run.AsOf));
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!_frame.Holds(candidates[i]) && IsFirst(candidates[i]))
                return;
        }

        bool IsFirst(Fact fact)
        {
            var before = _frame.Count;
            if (entry.TryBind(_frame, fact).IsTrue)
                return true;
            _frame.ReleaseTo(before);
            return false;
        }
    }

    /// <summary>For each group of <c>require</c> what came nearest to its first entry that is no row.</summary>
    private IEnumerable<NearMiss> NearMisses(Fact at, ImmutableArray<(string Name, Fact Fact)> bound)
    {
        if (plan.Rule.Logic.Demand is not Demand.Require)
            yield break;
        _frame.ReleaseTo(0);
        if (plan.TriesProfiles)
            _frame.Hold(at.Within(ClaimKinds.Claim)?.Content as ClaimContent);
        foreach (var (name, fact) in bound)
            _frame.Bind(plan.Names.IndexOf(name), fact);
        foreach (var group in plan.Groups)
        {
            var sought = group.FirstOrDefault(entry => entry.Rows is null) ?? group[0];
            Fact? nearest = null;
            var least = (Failed: int.MaxValue, First: (string?)null);
            foreach (var fact in Known(sought))
            {
                var distance = sought.Distance(_frame, fact);
                if (distance.Failed < least.Failed)
                    (nearest, least) = (fact, distance);
            }

            yield return new NearMiss(sought.Entry, nearest, least.First);
        }

        _frame.ReleaseTo(0);
    }

    private IEnumerable<Fact> Known(EntryPlan sought)
    {
        if (sought.Total is not null || !NearMiss.IsTold(plan.Rule, sought.Entry))
            return [];
        if (sought.Rows is { } rows)
            return rows.Find(_frame, rules.Tables[sought.Entry.Access!.Table], run.AsOf).Where(row => row.WhyUnknown is null);
        return unit[sought.Kind].Where(fact => !_frame.Holds(fact));
    }
}
