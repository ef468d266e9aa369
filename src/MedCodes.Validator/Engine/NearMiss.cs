using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>What a group of <c>require</c> did not find.</summary>
/// <param name="Entry">The entry that names what was sought.</param>
/// <param name="Nearest">The fact that met most of its conditions; null where there was none of the kind.</param>
/// <param name="Failed">The first condition that it did not meet.</param>
internal sealed record NearMiss(Entry Entry, Fact? Nearest, string? Failed)
{
    /// <summary>Whether a finding says what came nearest to an entry: not among all claims together, where it would be another patient's.</summary>
    public static bool IsTold(Rule rule, Entry sought) => rule.Scope != Scope.Batch || sought.Kind.IsTable;
}
