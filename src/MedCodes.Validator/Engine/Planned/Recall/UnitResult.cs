using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>How the rules of a group ended on a unit.</summary>
/// <param name="Ends">What they said of its claims, failures left out.</param>
/// <param name="Open">The rules that must be judged on facts all the same: those that fail, because a finding needs its facts.</param>
internal sealed record UnitResult(ImmutableArray<UnitEnd> Ends, ImmutableArray<int> Open)
{
    /// <summary>No rule has anything to say.</summary>
    public static UnitResult Silent { get; } = new([], []);
}

/// <summary>How one rule ended on one claim of a unit.</summary>
/// <param name="Rule">The rule's place among the engine's.</param>
/// <param name="Claim">The claim's place in the unit.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was not evaluated; null where it was.</param>
internal readonly record struct UnitEnd(int Rule, int Claim, Outcome Outcome, string? Reason);
