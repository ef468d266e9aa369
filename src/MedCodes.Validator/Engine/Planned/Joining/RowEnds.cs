using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>How one rule ends on each claim of a patient: the worst of its bindings. Belongs to one worker.</summary>
internal sealed class RowEnds
{
    private readonly List<(int Claim, Outcome Outcome, string? Reason)> _all = [];

    // For each claim behind which of them it is, counted from 1; 0 where nothing was said of it.
    private int[] _places = new int[16];
    private ulong? _under;

    /// <summary>The claims of which something was said.</summary>
    public List<(int Claim, Outcome Outcome, string? Reason)> All => _all;

    /// <summary>Whether a binding failed since bindings with another row began.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Begins a rule.</summary>
    /// <param name="claims">How many claims there are.</param>
    public void Begin(int claims)
    {
        foreach (var (claim, _, _) in _all)
            _places[claim] = 0;
        _all.Clear();
        if (_places.Length < claims)
            _places = new int[claims * 2];
        (HasFailed, _under) = (false, null);
    }

    /// <summary>Begins the bindings that begin with another row.</summary>
    public void BeginRow() => HasFailed = false;

    /// <summary>From here on only what is reported at claims under the same policy counts.</summary>
    public void HoldTo(ulong policy) => _under = policy;

    /// <summary>Whether only a failure could say more of a claim: the rule failed there, or could not be evaluated somewhere.</summary>
    public bool IsBad(int claim) => _places[claim] is not 0 and var place && _all[place - 1].Outcome is Outcome.Fail or Outcome.NotEvaluated;

    /// <summary>Adds how a binding ends; false where that does not count, because it is left to another policy.</summary>
    public bool Add(UnitRows unit, int claim, Outcome outcome, string? reason)
    {
        if (_under is { } under && unit.PolicyOf(claim) != under)
            return false;
        HasFailed |= outcome == Outcome.Fail;
        ref var place = ref _places[claim];
        if (place == 0)
        {
            _all.Add((claim, outcome, reason));
            place = _all.Count;
        }
        else if (OutcomeOrder.Rank(outcome) < OutcomeOrder.Rank(_all[place - 1].Outcome))
        {
            _all[place - 1] = (claim, outcome, reason);
        }

        return true;
    }
}
