namespace MedCodes.Validator.Claims;

/// <summary>What a <see cref="Supplement"/> is.</summary>
public enum SupplementKind : byte
{
    /// <summary>A note (NTE).</summary>
    Note = 1,

    /// <summary>Fixed-format information (K3).</summary>
    FixedFormat,

    /// <summary>Paperwork that goes with the claim or line (PWK).</summary>
    Attachment,
}
