using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>How rules end on a row, as sets of rules. A set is a bit per rule.</summary>
internal sealed class ScreenResult(int words)
{
    /// <summary>Rules that need more than the row and may begin with it.</summary>
    public ulong[] Begin { get; } = new ulong[words];

    public ulong[] Pass { get; } = new ulong[words];

    public ulong[] Bypassed { get; } = new ulong[words];

    public ulong[] Fail { get; } = new ulong[words];

    public ulong[] NotEvaluated { get; } = new ulong[words];

    /// <summary>Why rules are not evaluated.</summary>
    public ImmutableArray<(int Rule, string? Reason)> Reasons { get; private set; } = [];

    /// <summary>Whether no rule has anything to say of the row.</summary>
    public bool IsSilent { get; private set; } = true;

    public void MayBegin(int rule)
    {
        Set(Begin, rule);
    }

    public void End(int rule, Outcome outcome, string? reason)
    {
        switch (outcome)
        {
            case Outcome.Pass:
                Set(Pass, rule);
                break;
            case Outcome.Bypassed:
                Set(Bypassed, rule);
                break;
            case Outcome.Fail:
                Set(Fail, rule);
                break;
            default:
                Set(NotEvaluated, rule);
                Reasons = Reasons.Add((rule, reason));
                break;
        }
    }

    private void Set(ulong[] set, int rule)
    {
        set[rule >> 6] |= 1UL << rule;
        IsSilent = false;
    }
}
