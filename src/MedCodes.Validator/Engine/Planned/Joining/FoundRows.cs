using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of a table that were found.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Days">The days on which the same are found.</param>
/// <param name="Others">What was found on other days; null where nothing was asked of any.</param>
internal sealed record FoundRows(ImmutableArray<KnownFact> Rows, WordSpan Days, FoundRows? Others);
