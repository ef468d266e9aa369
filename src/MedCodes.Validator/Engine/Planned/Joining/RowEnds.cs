using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>How one rule ends on each claim of a patient: the worst of its bindings. Belongs to one worker.</summary>
internal sealed class RowEnds
{
    private readonly List<(int Claim, Outcome Outcome, string? Reason)> _all = [];
    private ulong? _under;

    /// <summary>The claims of which something was said.</summary>
    public List<(int Claim, Outcome Outcome, string? Reason)> All => _all;

    /// <summary>Whether a binding failed; then what is said here is not all.</summary>
    public bool HasFailed { get; private set; }

    public void Begin()
    {
        _all.Clear();
        (HasFailed, _under) = (false, null);
    }

    /// <summary>From here on only what is reported at claims under the same policy counts.</summary>
    public void HoldTo(ulong policy) => _under = policy;

    /// <summary>Whether the rule could not be evaluated somewhere on a claim.</summary>
    public bool IsNotEvaluated(int claim)
    {
        foreach (var (known, outcome, _) in _all)
        {
            if (known == claim)
                return outcome == Outcome.NotEvaluated;
        }

        return false;
    }

    public void Add(UnitRows unit, int claim, Outcome outcome, string? reason)
    {
        if (_under is { } under && unit.PolicyOf(claim) != under)
            return;
        HasFailed |= outcome == Outcome.Fail;
        for (var i = 0; i < _all.Count; i++)
        {
            if (_all[i].Claim != claim)
                continue;
            if (OutcomeOrder.Rank(outcome) < OutcomeOrder.Rank(_all[i].Outcome))
                _all[i] = (claim, outcome, reason);
            return;
        }

        _all.Add((claim, outcome, reason));
    }
}
