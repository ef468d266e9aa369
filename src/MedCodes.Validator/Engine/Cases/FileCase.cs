using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>A file of the run.</summary>
/// <param name="Own">The file itself, its envelopes and its faults, of which there may be many.</param>
/// <param name="Claims">Those of its claims that rules about files may bind, in order.</param>
internal sealed record FileCase(FileFacts Own, ImmutableArray<ClaimFacts> Claims)
{
    /// <summary>Its facts in canonical order, the file first.</summary>
    /// <param name="kinds">The kinds that are asked for; null for all. What stands in no claim is always there.</param>
    public ImmutableArray<Fact> Facts(IReadOnlySet<FactKind>? kinds) => Facts(Own.All, kinds);

    /// <summary>The same without the faults.</summary>
    public ImmutableArray<Fact> FactsWithoutFaults(IReadOnlySet<FactKind>? kinds) => Facts(Own.WithoutFaults, kinds);

    private ImmutableArray<Fact> Facts(ImmutableArray<Fact> own, IReadOnlySet<FactKind>? kinds) =>
        kinds is null || kinds.Any(kind => kind.IsWithin(ClaimKinds.Claim)) ? [.. own.Concat(Claims.SelectMany(claim => Standing(claim, kinds))).OrderBy(fact => fact.Order)] : own;

    // Of a claim that was replaced or voided only claim scope sees what stands in it.
    private static IEnumerable<Fact> Standing(ClaimFacts claim, IReadOnlySet<FactKind>? kinds) =>
        claim.IsSuperseded ? [claim.Claim] : kinds?.SelectMany(kind => claim.OfKind(kind)) ?? claim.All;
}
