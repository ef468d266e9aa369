using System.Collections.Frozen;

namespace MedCodes.Validator.Reference;

/// <summary>What a release can answer for.</summary>
/// <param name="Codes">The codes; null for all.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
internal sealed record Coverage(FrozenSet<string>? Codes, DateOnly From, DateOnly Through)
{
    public bool Holds(DateOnly date) => date >= From && date <= Through;
}
