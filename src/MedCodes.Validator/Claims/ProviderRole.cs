namespace MedCodes.Validator.Claims;

/// <summary>What a provider is named for. The comments give NM101.</summary>
public enum ProviderRole : byte
{
    /// <summary>None of the roles below.</summary>
    Other,

    /// <summary>Bills the claim: 85.</summary>
    Billing,

    /// <summary>Gave the service: 82.</summary>
    Rendering,

    /// <summary>Sent the patient: DN.</summary>
    Referring,

    /// <summary>Is the patient's primary care provider: P3.</summary>
    PrimaryCare,

    /// <summary>Supervised the service: DQ.</summary>
    Supervising,

    /// <summary>Is where the service was given: 77.</summary>
    Facility,

    /// <summary>Ordered the service: DK.</summary>
    Ordering,

    /// <summary>Sold the service to the billing provider: QB.</summary>
    Purchased,

    /// <summary>Is in charge of the patient's stay: 71.</summary>
    Attending,

    /// <summary>Operated: 72.</summary>
    Operating,

    /// <summary>Operated too: ZZ.</summary>
    OtherOperating,
}
