namespace MedCodes.Validator.Findings;

/// <summary>A rule that could not be judged somewhere because of a fault in the validator itself (MC9001); all others were.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fault">The type of what was thrown. Its text may tell of a patient and is not kept.</param>
public sealed record CrashedRule(string Rule, string Name, string Fault);
