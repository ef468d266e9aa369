using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Decides how bindings end.</summary>
internal sealed partial class RowJudging
{
    private bool Complete(RowVerdict verdict, Stage stage)
    {
        switch (stage)
        {
            case Stage.Match:
                _matched = verdict;
                JudgeDemand();
                return !IsDecided && !(_isSettled && !_hasFailed && _rule.Decisive < _rule.Match.Length);
            case Stage.Require:
                _met |= verdict;
                return !_met.IsTrue;
            default:
                _any = true;
                Decide(!verdict);
                return !IsDecided;
        }
    }

    /// <summary>Whether nothing more is asked of the row that bindings begin with: it failed as it only can, or the rule is given up.</summary>
    private bool IsDecided => IsTooMuch || (_ends.HasFailed && _rule.FailsOnce);

    private void JudgeDemand()
    {
        (_isSettled, _hasFailed) = (_matched.IsTrue, false);
        switch (_rule.Demand)
        {
            case Demand.Check:
                Decide(_frame.Judge(_rule.Check!));
                break;
            case Demand.Require:
                _met = RowVerdict.False;
                foreach (var group in _rule.Groups)
                {
                    if (!Bind(group, 0, RowVerdict.True, Stage.Require))
                        break;
                }

                Decide(_met);
                break;
            default:
                _any = false;
                foreach (var group in _rule.Groups)
                {
                    if (!Bind(group, 0, RowVerdict.True, Stage.Forbid))
                        break;
                }

                if (!_any)
                    Record(Outcome.Pass, null);
                break;
        }
    }

    private void Decide(RowVerdict met)
    {
        // What lifts a demand is not asked where it is met.
        _isSettled |= met.IsTrue;
        var lifted = met.IsTrue || _rule.Unless is not { } unless ? RowVerdict.False : _frame.Judge(unless);
        var (outcome, reason) = OutcomeTable.Decide(_memory.Of(_matched), _memory.Of(met), _memory.Of(lifted));
        Record(outcome, reason);
    }

    private void Record(Outcome outcome, string? reason)
    {
        foreach (var slot in _rule.Report)
        {
            var claim = _frame.ClaimAt(slot);
            if (claim < 0)
                continue;
            if (_rule.Plan.MayReport(_unit.Patient.Claims[claim]) && _ends.Add(_unit, claim, outcome, reason) && outcome == Outcome.Fail)
                KeepFailing();
            return;
        }
    }

    // What is bound behind what decides makes findings of its own, or denies other lines.
    private void KeepFailing()
    {
        _hasFailed = true;
        _failing.Add(_frame.Binding());
        _work += WorkOfFailure;
    }
}
