namespace MedCodes.Validator.Claims;

/// <summary>A field of a code of the claim that is no diagnosis, for asking where it stands and whether it could be read. Privacy: open, of the date account.</summary>
public enum ClaimCodeField
{
    /// <summary>The code. The second component.</summary>
    Code = 1,

    /// <summary>The day or the span of days that goes with it. The fourth component.</summary>
    Date,

    /// <summary>The amount that goes with it. The fifth component.</summary>
    Amount,
}
