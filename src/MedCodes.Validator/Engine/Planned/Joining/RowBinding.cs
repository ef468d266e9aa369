using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A binding that fails.</summary>
/// <param name="Holder">The claim whose profile counts whatever is bound; -1 where what is bound first decides.</param>
/// <param name="Bound">What is bound, in order.</param>
internal sealed record RowBinding(int Holder, ImmutableArray<BoundRow> Bound);

/// <summary>What a name stands for.</summary>
/// <param name="Slot">The slot of the name.</param>
/// <param name="Kind">The kind of the row.</param>
/// <param name="Row">The row; -1 for a fact that is none.</param>
/// <param name="Fact">That fact; null for a row.</param>
internal readonly record struct BoundRow(int Slot, int Kind, int Row, KnownFact? Fact);
