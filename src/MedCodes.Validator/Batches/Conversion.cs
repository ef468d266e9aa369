namespace MedCodes.Validator.Batches;

/// <summary>What was converted.</summary>
/// <param name="Claims">The number of claims.</param>
/// <param name="Lines">The number of service lines.</param>
/// <param name="Faults">What was wrong with the input: values that could not be read were written as they stood.</param>
/// <param name="Replaced">The texts in which a blank took the place of an X12 delimiter; 0 for other formats.</param>
public sealed record Conversion(int Claims, int Lines, int Faults, int Replaced);
