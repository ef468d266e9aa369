using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Chooses the payer profile of each claim: that of all claims where there is one, else by payer, else by filing indicator, else the default one.</summary>
internal sealed class ProfileChoice(ImmutableArray<Profile> profiles)
{
    private readonly Profile _default = profiles.FirstOrDefault(profile => profile.IsDefault) ?? profiles[0];
    private readonly Profile? _forAll = profiles.FirstOrDefault(profile => profile.IsForAll);

    /// <summary>The profile of a claim.</summary>
    public Profile For(Claim claim) => Chosen(claim) ?? _default;

    /// <summary>The profile that is meant for the claim; null where none is.</summary>
    public Profile? Chosen(Claim claim) => _forAll ?? OfPayer(claim.PayerId) ?? OfIndicator(claim.FilingIndicator);

    private Profile? OfPayer(string? payer)
    {
        foreach (var profile in profiles)
        {
            if (payer is not null && profile.Payers.Contains(payer))
                return profile;
        }

        return null;
    }

    private Profile? OfIndicator(string? indicator)
    {
        foreach (var profile in profiles)
        {
            if (indicator is not null && profile.Payers.IsEmpty && profile.FilingIndicators.Contains(indicator))
                return profile;
        }

        return null;
    }
}
