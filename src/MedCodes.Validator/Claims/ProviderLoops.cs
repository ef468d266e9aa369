namespace MedCodes.Validator.Claims;

/// <summary>The loops that the guides give providers, by role and place (005010X222A1, 005010X223A2).</summary>
internal static class ProviderLoops
{
    /// <summary>The loop of a provider of the claim itself.</summary>
    public static string OfClaim(ProviderRole role, ClaimSetting setting) => (role, setting) switch
    {
        (ProviderRole.Attending, _) => "2310A",
        (ProviderRole.Operating, _) => "2310B",
        (ProviderRole.OtherOperating, _) => "2310C",
        (ProviderRole.Rendering, ClaimSetting.Institutional) => "2310D",
        (ProviderRole.Facility, ClaimSetting.Institutional) => "2310E",
        (ProviderRole.Referring, ClaimSetting.Institutional) => "2310F",
        (ProviderRole.Referring or ProviderRole.PrimaryCare, _) => "2310A",
        (ProviderRole.Rendering, _) => "2310B",
        (ProviderRole.Facility, _) => "2310C",
        (ProviderRole.Supervising, _) => "2310D",
        _ => "2310",
    };

    /// <summary>The loop of a provider that a line names.</summary>
    public static string OfLine(ProviderRole role, ClaimSetting setting) => (role, setting) switch
    {
        (ProviderRole.Operating, _) => "2420A",
        (ProviderRole.OtherOperating, _) => "2420B",
        (ProviderRole.Rendering, ClaimSetting.Institutional) => "2420C",
        (ProviderRole.Referring, ClaimSetting.Institutional) => "2420D",
        (ProviderRole.Rendering, _) => "2420A",
        (ProviderRole.Purchased, _) => "2420B",
        (ProviderRole.Facility, _) => "2420C",
        (ProviderRole.Supervising, _) => "2420D",
        (ProviderRole.Ordering, _) => "2420E",
        (ProviderRole.Referring or ProviderRole.PrimaryCare, _) => "2420F",
        _ => "2420",
    };
}
