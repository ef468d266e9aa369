namespace MedCodes.Validator.Batches;

/// <summary>How far a check has come.</summary>
/// <param name="Files">The files that were read.</param>
/// <param name="Claims">The claims that were judged.</param>
/// <param name="Findings">What was found in them and in the files.</param>
public readonly record struct CheckProgress(int Files, long Claims, long Findings);
