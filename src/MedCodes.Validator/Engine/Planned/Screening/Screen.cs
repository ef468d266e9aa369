using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>
/// Decides from the rows of a claim how the rules about single facts end, and which other rules may begin there. What rows with the
/// same values lead to is worked out once, on a fact, and remembered; then a row costs a look-up and no fact is made.
/// </summary>
internal sealed class Screen
{
    private readonly ImmutableArray<RulePlan> _plans;
    private readonly RuleSet _rules;
    private readonly Profile _fallback;
    private readonly bool _remembers;
    private readonly ImmutableArray<ScreenKind> _kinds;

    public Screen(ImmutableArray<RulePlan> plans, RuleSet rules, Profile fallback, Shortcuts shortcuts)
    {
        _plans = plans;
        _rules = rules;
        _fallback = fallback;
        _remembers = shortcuts.Memory;
        Words = plans.Length / 64 + 1;
        var screened = plans
            .Select((plan, number) => shortcuts.Screening ? ScreenedRule.Of(number, plan) : ScreenedRule.Undecided(number, plan))
            .ToList();
        Whole = [.. screened.Where(rule => rule.IsWhole).Select(rule => rule.Number)];
        Always = [.. screened.Where(rule => rule.Steps == 0 || !RowsOf.CanGoThrough(rule.Plan.Match[0].Kind)).Select(rule => rule.Number)];
        _kinds = ScreenKind.Of(screened.Where(rule => !Always.Contains(rule.Number)), Words, fallback, _remembers);
    }

    /// <summary>How many kinds of row it goes through.</summary>
    public int Kinds => _kinds.Length;

    /// <summary>How many words a set of rules has.</summary>
    public int Words { get; }

    /// <summary>The rules that no row tells anything of; they may begin wherever there is something to bind.</summary>
    public ImmutableArray<int> Always { get; }

    /// <summary>The rules that rows decide altogether.</summary>
    public ImmutableHashSet<int> Whole { get; }

    /// <summary>The memos that one worker needs, for each kind of row.</summary>
    /// <param name="room">How much is remembered.</param>
    public ImmutableArray<ScreenMemos> NewMemos(MemoRoom room) => [.. _kinds.Select(kind => new ScreenMemos(kind, room))];

    /// <summary>The number of the kind of row that a rule begins with; -1 where no row tells whether it does.</summary>
    public int KindOf(int rule)
    {
        for (var i = 0; i < _kinds.Length; i++)
        {
            if (_kinds[i].Kind == _plans[rule].Match[0].Kind && !Always.Contains(rule))
                return i;
        }

        return -1;
    }

    /// <summary>Goes through the rows of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="place">Its place among the patient's.</param>
    /// <param name="state">Takes what comes of it.</param>
    /// <param name="run">The run.</param>
    public void Judge(ClaimFacts claim, int place, ScreenState state, RunKnowledge run)
    {
        state.BeginClaim();
        state.Row.Begin(state.Rows.PolicyOf(place));
        for (var i = 0; i < _kinds.Length; i++)
        {
            var kind = _kinds[i];
            var rows = new RowsOf(kind.Kind, claim.View);
            state.Beginning.Begin(place, i);
            for (var number = 0; rows.MoveNext(); number++)
            {
                state.Row.Begin(kind, rows.Current, number);
                state.Beginning.AddRow();
                JudgeRow(kind, state.Memos[i], claim, state, run);
            }
        }

        foreach (var rule in Always)
        {
            if (MayHold(_plans[rule], claim.View))
                state.Begin(rule);
        }

        state.OfClaim.Settle();
    }

    // What a rule about patients binds behind its first fact may stand in another claim.
    private static bool MayHold(RulePlan plan, Claim claim)
    {
        var own = plan.Rule.Scope == Scope.Claim ? plan.Match.Length : 1;
        for (var i = 0; i < own; i++)
        {
            if (plan.Match[i].Total is null && !RowsOf.MayHold(plan.Match[i].Kind, claim))
                return false;
        }

        return true;
    }

    // A method that takes room on the stack and loops is never replaced by one that is compiled with a profile, so this one does not loop.
    private void JudgeRow(ScreenKind kind, ScreenMemos memos, ClaimFacts claim, ScreenState state, RunKnowledge run)
    {
        var row = state.Row;
        var order = kind.Kind == ClaimKinds.Provider ? new Provider(row.Place.Batch, row.Place.Part).Offset : row.Number;
        Span<ulong> key = stackalloc ulong[kind.Key.Width];
        kind.Key.Read(row, key);
        if (!memos.Rows.TryFind(key, out var known) || known.On(row.Day) is not { } result)
        {
            result = JudgeCommon(kind, memos, claim, row, run);
            if (_remembers && !result.HasCrashed)
                memos.Rows.Add(key, result = memos.Share(result.Besides(known)));
        }

        if (!result.IsSilent)
            state.Add(result, order);
        if (kind.Wide.Length > 0)
            JudgeWide(kind, memos, result, claim, order, state, run);
    }

    private ScreenResult JudgeCommon(ScreenKind kind, ScreenMemos memos, ClaimFacts claim, ScreenedRow row, RunKnowledge run)
    {
        var result = new ScreenResult(Words);
        var possible = row.Possible(memos, claim, run);
        for (var i = 0; i < kind.Common.Length; i++)
        {
            if (kind.Common[i].IsIn(possible))
                result.Add(Judge(kind.Common[i], memos, memos.Common[i], claim, row, run));
        }

        for (var i = 0; i < kind.Wide.Length; i++)
        {
            if (kind.Wide[i].IsIn(possible))
                result.Leave(i);
        }

        return result;
    }

    private void JudgeWide(ScreenKind kind, ScreenMemos memos, ScreenResult ofCommon, ClaimFacts claim, long order, ScreenState state, RunKnowledge run)
    {
        for (var i = 0; i < kind.Wide.Length; i++)
        {
            if (ofCommon.Leaves(i) && Judge(kind.Wide[i], memos, memos.Wide[i], claim, state.Row, run) is { IsSilent: false } ofGroup)
                state.Add(ofGroup, order);
        }
    }

    private ScreenResult Judge(ScreenGroup group, ScreenMemos memos, ValueMemo<ScreenResult> memo, ClaimFacts claim, ScreenedRow row, RunKnowledge run)
    {
        Span<ulong> key = stackalloc ulong[group.Key.Width];
        group.Key.Read(row, key);
        if (!memo.TryFind(key, out var known) || known.On(row.Day) is not { } result)
        {
            result = WorkOut(group, memos, claim, row, run);
            if (_remembers && !result.HasCrashed)
                memo.Add(key, result = memos.Share(result.Besides(known)));
        }

        return result;
    }

    private ScreenResult WorkOut(ScreenGroup group, ScreenMemos memos, ClaimFacts claim, ScreenedRow row, RunKnowledge run)
    {
        var result = new ScreenResult(Words);
        var unit = row.FactsOf(claim);
        var fact = unit[row.Kind][0];
        var alike = DaySpan.Always;
        foreach (var rule in group.RulesIn(row.Possible(memos, claim, run)))
        {
            alike = alike.And(rule.DaysLike(row.Day));
            var judging = new RuleJudging(rule.Plan, unit, _rules, run, _fallback);
            if (!rule.IsWhole)
            {
                if (judging.MayBegin(fact, rule.Steps))
                    result.MayBegin(rule.Number);
            }
            else if (judging.Judge([fact]).Outcomes is [var outcome])
            {
                result.End(rule.Number, outcome.Outcome, outcome.Reason);
            }
        }

        if (group.GoesByDay)
            result.HoldOn(row.Day, alike.And(unit.Alike));
        return result;
    }
}
