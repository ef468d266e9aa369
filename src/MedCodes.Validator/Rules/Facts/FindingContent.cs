using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>A finding as later rules see it.</summary>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Severity">Its severity under the claim's profile.</param>
/// <param name="At">The fact that it is reported at.</param>
internal sealed record FindingContent(RuleDescription Rule, Severity Severity, Fact At);
