namespace MedCodes.Validator.Claims;

/// <summary>A field of another payer's adjustment, for asking whether it could be read.</summary>
public enum AdjustmentField
{
    /// <summary>Who bears it. CAS01; privacy: open.</summary>
    Group = 1,

    /// <summary>The reason code. CAS02, CAS05 and so on; privacy: open.</summary>
    Reason,

    /// <summary>The amount. CAS03, CAS06 and so on; privacy: open.</summary>
    Amount,

    /// <summary>The units. CAS04, CAS07 and so on; privacy: open.</summary>
    Units,
}
