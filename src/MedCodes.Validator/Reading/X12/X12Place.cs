namespace MedCodes.Validator.Reading.X12;

/// <summary>Where a segment stands in the bytes in hand.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="First">Which of the marks ends its id; those of its elements follow.</param>
/// <param name="Count">How many marks are its own, the last being its terminator.</param>
internal readonly record struct X12Place(int Start, int First, int Count);
