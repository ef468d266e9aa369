using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of a table that were found.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="First">The first of the days on which the same are found, as a number.</param>
/// <param name="Last">The last of them.</param>
/// <param name="Others">What was found on other days; null where nothing was asked of any.</param>
internal sealed record FoundRows(ImmutableArray<KnownFact> Rows, ulong First, ulong Last, FoundRows? Others);
