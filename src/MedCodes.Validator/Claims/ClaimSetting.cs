namespace MedCodes.Validator.Claims;

/// <summary>Which kind of provider bills.</summary>
public enum ClaimSetting
{
    /// <summary>Physicians and other professionals (837P).</summary>
    Professional = 1,

    /// <summary>Hospitals and other institutions (837I).</summary>
    Institutional,
}
