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
internal sealed partial class RuleJudging(RulePlan plan, UnitFacts unit, RuleSet rules, RunKnowledge run, Profile fallback)
{
    // Stands for a fact with which no binding begins.
    private const Outcome NoBinding = Outcome.NotApplicable;

    private readonly Frame _frame = new(plan.Names, fallback, run.AsOf);
    private readonly RuleTally _tally = new(plan);
    private Verdict _matched;
    private Verdict _met;
    private bool _any;
    private int _completed;
    private Outcome? _worst;

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

        var alike = AlikeOf(firsts);
        var ends = alike is not null && plan.Alike.EndsAlike ? new Outcome?[alike.Count] : null;
        for (var i = 0; i < firsts.Count; i++)
        {
            if (!plan.AppliesTo(firsts[i]) || (alike is not null && plan.Alike.FewAreEnough && alike.IsBehind(i, plan.Alike.First!.Most)))
                continue;
            if (ends?[alike!.ClassOf(i)] is { } end && !firsts[i].IsHistory)
            {
                EndAlike(firsts[i], end);
                continue;
            }

            _worst = null;
            Take(plan.Match, 0, firsts[i], Verdict.True, Stage.Match);
            if (ends is not null && !firsts[i].IsHistory && _worst is null or Outcome.Pass or Outcome.Bypassed)
                ends[alike!.ClassOf(i)] = _worst ?? NoBinding;
        }
    }

    // Facts that can stand for each other, where all of a kind are judged.
    private AlikeFacts? AlikeOf(IReadOnlyList<Fact> firsts) =>
        firsts.Count >= plan.Match[0].Shortcuts.FewestIndexed && ReferenceEquals(firsts, unit[plan.Match[0].Kind]) && (plan.Alike.EndsAlike || plan.Alike.FewAreEnough)
            ? unit.AlikeOf(plan.Match[0].Kind, plan.Alike.First!, plan.Match[0].Shortcuts)
            : null;

    private void EndAlike(Fact first, Outcome end)
    {
        if (end == NoBinding)
            return;
        _frame.Bind(plan.Match[0].Slot, first);
        _tally.Add(_frame, end, null);
        _frame.ReleaseTo(0);
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
        for (var i = 0; i < candidates.Count; i++)
        {
            var fact = candidates[i];
            if (_frame.Holds(fact) || classes?.TryFind(candidates.PlaceOf(i), out _) == true)
                continue;
            var before = _completed;
            if (!Take(entries, next, fact, verdict, stage))
                return false;
            if (_completed == before)
                classes?.Add(candidates.PlaceOf(i), Verdict.False);
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
                return !IsSettled;
        }
    }

    // What is not matched for sure cannot fail, so that for its claim nothing worse can come.
    private bool IsSettled => _matched.IsUnknown && _worst == Outcome.NotEvaluated && plan.IsReportedWhereItBegins && plan.Alike.IsReportedFirst;

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
                {
                    if (!Bind(group, 0, Verdict.True, Stage.Forbid))
                        break;
                }

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
        if (_worst is not { } worst || OutcomeOrder.Rank(outcome) < OutcomeOrder.Rank(worst))
            _worst = outcome;
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
}
