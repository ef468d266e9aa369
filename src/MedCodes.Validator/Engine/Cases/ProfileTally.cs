using System.Runtime.InteropServices;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Counts the claims of each payer profile.</summary>
/// <param name="choice">What chose them.</param>
internal sealed class ProfileTally(ProfileChoice choice)
{
    private readonly Dictionary<Profile, (int Claims, int ByDefault)> _profiles = new(ReferenceEqualityComparer.Instance);

    /// <summary>The profiles by name.</summary>
    public IEnumerable<UsedProfile> All => _profiles.OrderBy(profile => profile.Key.Name, StringComparer.Ordinal)
        .Select(profile => new UsedProfile(profile.Key.Name, profile.Value.Claims, profile.Value.ByDefault) { Settings = profile.Key.Settings });

    /// <summary>Counts a claim.</summary>
    public void Add(ClaimFacts claim) => Add(claim.Profile, 1, choice.Chosen(claim.View) is null ? 1 : 0);

    /// <summary>Counts what another one has counted.</summary>
    public void Add(ProfileTally other)
    {
        foreach (var (profile, counts) in other._profiles)
            Add(profile, counts.Claims, counts.ByDefault);
    }

    private void Add(Profile profile, int claims, int byDefault)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_profiles, profile, out _);
        counts = (counts.Claims + claims, counts.ByDefault + byDefault);
    }
}
