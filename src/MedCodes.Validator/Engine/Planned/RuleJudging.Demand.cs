using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Decides how bindings end.</summary>
internal sealed partial class RuleJudging
{
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
                if (_frame[plan.Report[0]] is { WhyUnknown: null } found)
                    _lastFound = found.Order;
                Decide(!verdict);
                return !IsSettled(_matched);
        }
    }

    // What is not matched for sure cannot fail, so that for its claim nothing worse can come.
    private bool IsSettled(Verdict matched) => matched.IsUnknown && _worst == Outcome.NotEvaluated && plan.IsReportedWhereItBegins && plan.Alike.IsReportedFirst;

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
            (_worst, _whyWorst) = (outcome, reason);
        var before = _frame.Count;
        foreach (var entry in plan.Optional)
            BindFirst(entry);
        _tally.Add(_frame, outcome, reason);
        _frame.ReleaseTo(before);
    }
}
