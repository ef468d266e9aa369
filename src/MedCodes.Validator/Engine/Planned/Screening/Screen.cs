using System.Collections.Immutable;
using MedCodes.Validator.Claims;
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
    private readonly ImmutableArray<ScreenGroup> _groups;
    private readonly ImmutableArray<(FactKind Kind, ImmutableArray<int> Groups)> _kinds;

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
        _groups = ScreenGroup.Of(screened.Where(rule => !Always.Contains(rule.Number)));
        _kinds =
        [
            .. Enumerable.Range(0, _groups.Length).GroupBy(group => _groups[group].Kind).Select(kind => (kind.Key, kind.ToImmutableArray())),
        ];
    }

    /// <summary>How many words a set of rules has.</summary>
    public int Words { get; }

    /// <summary>The rules that no row tells anything of; they may begin wherever there is something to bind.</summary>
    public ImmutableArray<int> Always { get; }

    /// <summary>The rules that rows decide altogether.</summary>
    public ImmutableHashSet<int> Whole { get; }

    /// <summary>The memos that one worker needs.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> NewMemos() => [.. _groups.Select(group => new ValueMemo<ScreenResult>(group.Width))];

    /// <summary>Goes through the rows of a claim.</summary>
    public void Judge(ClaimFacts claim, ScreenState state, RunKnowledge run)
    {
        state.BeginClaim();
        var profile = state.NumberOf(claim, run);
        foreach (var (kind, groups) in _kinds)
        {
            var rows = new RowsOf(kind, claim.View);
            for (var number = 0; rows.MoveNext(); number++)
            {
                foreach (var group in groups)
                    Judge(group, rows.Current, number, profile, claim, state, run);
            }
        }

        foreach (var rule in Always)
        {
            if (MayHold(_plans[rule], claim.View))
                state.Begin(rule);
        }

        state.Settle();
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

    private void Judge(int number, in RowPlace row, int place, ulong profile, ClaimFacts claim, ScreenState state, RunKnowledge run)
    {
        var group = _groups[number];
        if (!group.MayMeet(row, state.Texts))
            return;
        Span<ulong> key = stackalloc ulong[group.Width];
        group.ReadKey(row, profile, state.Texts, key);
        var memo = state.Memos[number];
        if (!memo.TryFind(key, out var result))
        {
            result = WorkOut(group, claim, place, run);

            // A crash is told of every run in which it happens.
            if (_remembers && !result.Reasons.Any(reason => reason.Reason == RuleCrash.Reason))
                memo.Add(key, result);
        }

        if (!result.IsSilent)
            state.Add(result, group.Kind == ClaimKinds.Provider ? new Provider(row.Batch, row.Part).Offset : place);
    }

    private ScreenResult WorkOut(ScreenGroup group, ClaimFacts claim, int place, RunKnowledge run)
    {
        var result = new ScreenResult(Words);
        var fact = claim.AtRow(group.Kind, place);
        var unit = new UnitFacts([fact], null);
        foreach (var rule in group.Rules)
        {
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

        return result;
    }
}
