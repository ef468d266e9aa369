using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>The payer profile of a claim on the day by which its parameters are chosen.</summary>
internal sealed record Policy(Profile Profile, DateOnly? Day)
{
    public Value this[Parameter parameter] => Profile[parameter, Day];

    /// <summary>The policy of the claim that a fact stands in; null where it stands in none.</summary>
    public static Policy? Of(Fact fact) =>
        fact.Within(ClaimKinds.Claim)?.Content is ClaimContent claim ? new Policy(claim.Profile, claim.ServiceDate) : null;
}
