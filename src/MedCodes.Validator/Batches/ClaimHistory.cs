using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>
/// Earlier claims of the same patients: rules that look back see them, and they are neither judged nor reported themselves.
/// </summary>
/// <param name="File">The claims, in any format that is read. What is wrong with the file is not reported.</param>
/// <param name="From">
/// The first day that they cover. Every service from this day on is taken to be in the history or in the run itself, so that a rule may
/// conclude that nothing happened; days before it are unknown.
/// </param>
public sealed record ClaimHistory(SourceFile File, DateOnly From);
