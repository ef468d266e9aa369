using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Judges rules on rows, binding by binding, as <see cref="RuleJudging"/> does on facts. Belongs to one worker.</summary>
internal sealed class RowJudging(ScreenState state, RuleSet rules, Profile fallback)
{
    private readonly UnitRows _unit = state.Rows;
    private readonly RowMemory _memory = state.Memory;
    private readonly RowFrame _frame = new(state.Rows, state.Memory, rules, fallback);
    private readonly RowEnds _ends = new();
    private readonly List<TotalMember> _members = [];
    private RowRule _rule = null!;
    private RunKnowledge _run = null!;
    private int _claim;
    private Verdict _matched;
    private Verdict _met;
    private bool _any;

    private enum Stage
    {
        Match = 1,
        Require,
        Forbid,
    }

    /// <summary>How the rule ended on each claim.</summary>
    public RowEnds Ends => _ends;

    /// <summary>Judges a rule; false where it fails, and has to be judged on facts, because a finding needs them.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="claim">The place of the claim that is judged by itself; -1 for all of the patient's together.</param>
    /// <param name="run">The run.</param>
    public bool Judge(RowRule rule, int claim, RunKnowledge run)
    {
        (_rule, _claim, _run) = (rule, claim, run);
        _ends.Begin();
        _frame.Begin(rule, run);
        try
        {
            if (rule.Plan.TriesProfiles)
                JudgeUnderEach();
            else
                JudgeAll();
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging it on facts will say so.
            return false;
        }

        return !_ends.HasFailed;
    }

    private void JudgeUnderEach()
    {
        var (first, end) = _claim < 0 ? (0, _unit.Patient.Claims.Length) : (_claim, _claim + 1);
        for (var holder = first; holder < end; holder++)
        {
            if (IsHeldBefore(first, holder))
                continue;
            _frame.Hold(holder);
            _ends.HoldTo(_unit.PolicyOf(holder));
            JudgeAll();
        }
    }

    private bool IsHeldBefore(int first, int holder)
    {
        for (var i = first; i < holder; i++)
        {
            if (_unit.PolicyOf(i) == _unit.PolicyOf(holder))
                return true;
        }

        return false;
    }

    private void JudgeAll()
    {
        var entry = _rule.Match[0];
        var (first, end) = _unit.RowsIn(entry.Kind, _claim);
        for (var row = first; row < end && !_ends.HasFailed; row++)
        {
            if (MayBegin(entry, row) && _rule.Plan.AppliesTo(_unit.Patient.Claims[_unit.ClaimOf(entry.Kind, row)]))
                Take(_rule.Match, 0, row, null, RowMatch.Unclear, Verdict.True, Stage.Match);
        }
    }

    private bool MayBegin(RowEntry entry, int row) =>
        _rule.Begins < 0 || state.Beginning.MayBegin(_unit.ClaimOf(entry.Kind, row), _rule.Begins, _unit.NumberOf(entry.Kind, row), _rule.Number);

    // False where what follows can change nothing any more.
    private bool Bind(ImmutableArray<RowEntry> entries, int next, Verdict verdict, Stage stage)
    {
        if (next == entries.Length)
            return Complete(verdict, stage);
        var entry = entries[next];
        if (entry.Plan.Total is not null)
        {
            var before = _frame.Count;
            _frame.BindFact(entry.Plan.Slot, Total(entry));
            var goesOn = Bind(entries, next + 1, verdict, stage);
            _frame.ReleaseTo(before);
            return goesOn;
        }

        if (entry.Table is not null)
        {
            foreach (var found in _frame.Find(entry))
            {
                if (!Take(entries, next, -1, found, RowMatch.Unclear, verdict, stage))
                    return false;
            }

            return true;
        }

        Span<RowKey> keys = stackalloc RowKey[entry.Joins.Length];
        var match = _frame.KeysOf(entry, _claim >= 0, ref keys);
        var (first, end) = _unit.RowsIn(entry.Kind, _claim);
        for (var row = first; row < end; row++)
        {
            var own = _unit.Compare(entry.Kind, row, keys, match);
            if (own != RowMatch.Differs && !_frame.Holds(entry.Kind, row) && !Take(entries, next, row, null, own, verdict, stage))
                return false;
        }

        return Unseen(entry) is not { } unseen || Take(entries, next, -1, unseen, RowMatch.Unclear, verdict, stage);
    }

    private bool Take(ImmutableArray<RowEntry> entries, int next, int row, KnownFact? fact, RowMatch match, Verdict verdict, Stage stage)
    {
        var before = _frame.Count;
        var own = TryBind(entries[next], row, fact, match);
        var goesOn = own.IsFalse || Bind(entries, next + 1, verdict & own, stage);
        _frame.ReleaseTo(before);
        return goesOn;
    }

    /// <summary>Binds a row, or a fact that is none, and judges the entry's own conditions; what was bound stays so until the caller releases it.</summary>
    private Verdict TryBind(RowEntry entry, int row, KnownFact? fact, RowMatch match)
    {
        var slot = entry.Plan.Slot;
        if (fact is null)
            _frame.BindRow(slot, entry.Kind, row);
        else
            _frame.BindFact(slot, fact);
        var verdict = entry.Table is not null && fact!.Fact.WhyUnknown is { } unknown ? Verdict.Unknown(unknown) : Verdict.True;
        if (match != RowMatch.Agrees)
            verdict &= Joins(entry, slot);
        if (verdict.IsFalse)
            return verdict;
        if (entry.After >= 0 && _frame.IsBound(entry.After))
        {
            verdict &= fact?.Fact.WhyUnknown is { } reason ? Verdict.Unknown(reason) : Verdict.Of(row > _frame.RowAt(entry.After));
            if (verdict.IsFalse)
                return verdict;
        }

        foreach (var part in entry.Parts)
        {
            verdict &= _frame.Judge(part);
            if (verdict.IsFalse)
                return verdict;
        }

        return verdict;
    }

    private Verdict Joins(RowEntry entry, int slot)
    {
        var verdict = Verdict.True;
        foreach (var join in entry.Joins)
        {
            if (!_frame.IsBound(join.Other))
                continue;
            verdict &= IsEqual(join, slot);
            if (verdict.IsFalse)
                return verdict;
        }

        return verdict;
    }

    private Verdict IsEqual(RowEquality join, int slot)
    {
        if (join.Kind != EqualityKind.Values)
            return _frame.IsTogether(join.Kind, slot, join.Other);
        if (join.Own < 0 || _frame.RowAt(slot) < 0 || _frame.RowAt(join.Other) < 0)
            return _frame.Judge(join.Slowly!);
        var (own, other) = (_frame.Read(slot, join.Own), _frame.Read(join.Other, join.Others));
        if (Words.IsPlain(own) && Words.IsPlain(other))
            return Verdict.Of(own == other);
        return Words.IsPlainOrMissing(own) && Words.IsPlainOrMissing(other)
            ? _frame.JudgeMissing(join.Slowly!, own == Words.Missing, other == Words.Missing)
            : _frame.Judge(join.Slowly!);
    }

    private KnownFact? Unseen(RowEntry entry)
    {
        // Only what is seen of a patient can have days that were not.
        if (_claim >= 0 || entry.Plan.Unseen is not { } plan)
            return null;
        var window = _frame.WindowOf(entry);
        return window.Unknown is null && window.From <= window.Through && _unit.HasSeen(window.From, window.Through)
            ? window.From == window.Through && !plan.AsksForProvider && _frame.OthersBill(entry) ? _memory.Know(plan.Others) : null
            : plan.Beyond(window) is { } beyond ? _memory.Know(beyond) : null;
    }

    private KnownFact Total(RowEntry entry)
    {
        var bound = _frame.Count;
        var unseen = Unseen(entry);
        var total = new RowTotal(entry, unseen is not null, unseen?.Fact.WhyUnknown, _members);
        Span<RowKey> keys = stackalloc RowKey[entry.Joins.Length];
        var match = _frame.KeysOf(entry, _claim >= 0, ref keys);
        var (first, end) = _unit.RowsIn(entry.Kind, _claim);
        for (var row = first; row < end; row++)
        {
            var own = _unit.Compare(entry.Kind, row, keys, match);
            if (own == RowMatch.Differs)
                continue;
            var verdict = TryBind(entry, row, null, own);
            _frame.ReleaseTo(bound);
            if (!verdict.IsFalse)
                total.Add(row, verdict);
        }

        return total.Outcome(_frame, _memory);
    }

    private bool Complete(Verdict verdict, Stage stage)
    {
        switch (stage)
        {
            case Stage.Match:
                _matched = verdict;
                JudgeDemand();
                return !_ends.HasFailed;
            case Stage.Require:
                _met |= verdict;
                return !_met.IsTrue;
            default:
                _any = true;
                Decide(!verdict);
                return !_ends.HasFailed;
        }
    }

    private void JudgeDemand()
    {
        switch (_rule.Plan.Rule.Logic.Demand)
        {
            case Demand.Check:
                Decide(_frame.Judge(_rule.Check!));
                break;
            case Demand.Require:
                _met = Verdict.False;
                foreach (var group in _rule.Groups)
                {
                    if (!Bind(group, 0, Verdict.True, Stage.Require))
                        break;
                }

                Decide(_met);
                break;
            default:
                _any = false;
                foreach (var group in _rule.Groups)
                    Bind(group, 0, Verdict.True, Stage.Forbid);
                if (!_any)
                    Record(Outcome.Pass, null);
                break;
        }
    }

    private void Decide(Verdict met)
    {
        // What lifts a demand is not asked where it is met.
        var lifted = met.IsTrue || _rule.Unless is not { } unless ? Verdict.False : _frame.Judge(unless);
        var (outcome, reason) = OutcomeTable.Decide(_matched, met, lifted);
        Record(outcome, reason);
    }

    private void Record(Outcome outcome, string? reason)
    {
        foreach (var slot in _rule.Plan.Report)
        {
            var claim = _frame.ClaimAt(slot);
            if (claim < 0)
                continue;
            if (_rule.Plan.MayReport(_unit.Patient.Claims[claim]))
                _ends.Add(_unit, claim, outcome, reason);
            return;
        }
    }
}
