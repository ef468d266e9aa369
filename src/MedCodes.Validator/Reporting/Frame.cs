namespace MedCodes.Validator.Reporting;

/// <summary>A line of the input as it may be shown, with the part that is meant.</summary>
/// <param name="Text">The line, masked and printable.</param>
/// <param name="Start">The characters before the part that is meant.</param>
/// <param name="Length">The characters of that part, at least 1.</param>
internal readonly record struct Frame(string Text, int Start, int Length);
