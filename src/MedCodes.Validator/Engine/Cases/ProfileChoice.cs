using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Chooses the payer profile of each claim: that of all claims where there is one, else by payer, else by filing indicator, else the default one.</summary>
internal sealed class ProfileChoice(ImmutableArray<Profile> profiles)
{
    private readonly Profile _default = profiles.FirstOrDefault(profile => profile.IsDefault) ?? profiles[0];

    /// <summary>The profile of a claim.</summary>
    public Profile For(Claim claim) => Chosen(claim) ?? _default;

    /// <summary>The profile that is meant for the claim; null where none is.</summary>
    public Profile? Chosen(Claim claim) =>
        profiles.FirstOrDefault(profile => profile.IsForAll)
        ?? profiles.FirstOrDefault(profile => claim.PayerId is { } payer && profile.Payers.Contains(payer))
        ?? profiles.FirstOrDefault(profile =>
            profile.Payers.IsEmpty && claim.FilingIndicator is { } indicator && profile.FilingIndicators.Contains(indicator));
}
