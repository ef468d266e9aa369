using System.Runtime.CompilerServices;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Judges rules on rows, binding by binding, as <see cref="RuleJudging"/> does on facts. Belongs to one worker.</summary>
internal sealed partial class RowJudging(ScreenState state, RuleSet rules, Profile fallback)
{
    private readonly UnitRows _unit = state.Rows;
    private readonly RowMemory _memory = state.Memory;
    private readonly RowFrame _frame = new(state.Rows, state.Memory, rules, fallback);
    private readonly RowEnds _ends = new();
    private readonly List<TotalMember> _members = [];
    private readonly List<RowBinding> _failing = [];
    private readonly HashSet<ulong> _policies = [];
    private RowRule _rule = null!;
    private RunKnowledge _run = null!;
    private int _claim;
    private RowVerdict _matched;
    private RowVerdict _met;
    private bool _any;
    private bool _isSettled;
    private bool _hasFailed;

    private enum Stage
    {
        Match = 1,
        Require,
        Forbid,
    }

    /// <summary>How the rule ended on each claim.</summary>
    public RowEnds Ends => _ends;

    /// <summary>The bindings that fail, in order; a finding needs their facts.</summary>
    public IReadOnlyList<RowBinding> Failing => _failing;

    /// <summary>Judges a rule; false where that takes facts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="claim">The place of the claim that is judged by itself; -1 for all of the patient's together.</param>
    /// <param name="run">The run.</param>
    public bool Judge(RowRule rule, int claim, RunKnowledge run)
    {
        (_rule, _claim, _run) = (rule, claim, run);
        _ends.Begin(_unit.Patient.Claims.Length);
        _failing.Clear();

        // Nothing is reported where no row is.
        if (rule.Twin is { } twin && !_unit.MayHoldTwins(twin.Kind, twin.Twins))
            return true;
        _frame.Begin(rule, run);
        _sought.Clear();
        BeginWork();

        // Entries of rules about claims seek again in the next one.
        if (claim < 0)
            _soughtBy.Clear();
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

        return !IsTooMuch;
    }

    private void JudgeUnderEach()
    {
        var (first, end) = _claim < 0 ? (0, _unit.Patient.Claims.Length) : (_claim, _claim + 1);
        _policies.Clear();
        for (var holder = first; holder < end; holder++)
        {
            if (IsTooMuch)
                return;
            if (!_policies.Add(_unit.PolicyOf(holder)))
                continue;
            _frame.Hold(holder);
            _ends.HoldTo(_unit.PolicyOf(holder));
            JudgeAll();
        }
    }

    private void JudgeAll()
    {
        var entry = _rule.Match[0];
        var (first, end) = _unit.RowsIn(entry.Kind, _claim);
        for (var row = first; row < end; row++)
        {
            if (!MayBegin(entry, row))
                continue;
            _ends.BeginRow();
            BeginWorkOfRow();
            Take(_rule.Match, 0, row, null, RowMatch.Unclear, RowVerdict.True, Stage.Match);
            if (IsTooMuch)
                return;
        }
    }

    // Where rows are screened, that has told too whether the rule applies to their claim.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayBegin(RowEntry entry, int row)
    {
        var claim = _unit.ClaimOf(entry.Kind, row);
        return _rule.Begins < 0
            ? _rule.Plan.AppliesTo(_unit.Patient.Claims[claim])
            : state.Beginning.MayBegin(claim, _rule.Begins, _unit.NumberOf(entry.Kind, row), _rule.Number);
    }
}
