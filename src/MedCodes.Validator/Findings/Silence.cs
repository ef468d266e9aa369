using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>How one rule ended on one claim, and what came nearest to a finding.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Outcome">How the rule ended on it; <see cref="Findings.Outcome.Fail"/> where it is not silent at all.</param>
/// <param name="Reason">Why it was not evaluated or does not apply; null where the facts tell.</param>
/// <param name="Bound">The facts that the rule's names stand for in the nearest binding, in the order in which they were bound.</param>
/// <param name="Missed">What the nearest binding lacks, with the condition that failed; null where it is whole.</param>
public sealed record Silence(
    RuleDescription Rule, Place Claim, Outcome Outcome, string? Reason, ImmutableArray<Witness> Bound, Witness? Missed);
