namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A value that a row must have.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Word">The value, as a number that equal values share.</param>
internal readonly record struct RowKey(int Column, ulong Word);
