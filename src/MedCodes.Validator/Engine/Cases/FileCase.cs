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

    private ImmutableArray<Fact> Facts(ImmutableArray<Fact> own, IReadOnlySet<FactKind>? kinds)
    {
        if (kinds is null || kinds.Any(kind => kind != ClaimKinds.Claim && kind.IsWithin(ClaimKinds.Claim)))
            return InOrder(own, Claims.SelectMany(Standing));
        return kinds.Contains(ClaimKinds.Claim) ? InOrder(own, Claims.Select(claim => claim.Claim)) : own;
    }

    private static ImmutableArray<Fact> InOrder(ImmutableArray<Fact> own, IEnumerable<Fact> ofClaims) => [.. own.Concat(ofClaims).OrderBy(fact => fact.Order)];

    // Of a claim that was replaced or voided only claim scope sees what stands in it.
    private static IEnumerable<Fact> Standing(ClaimFacts claim) => claim.IsSuperseded ? [claim.Claim] : claim.All;
}
