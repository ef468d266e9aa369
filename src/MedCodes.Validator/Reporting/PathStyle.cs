namespace MedCodes.Validator.Reporting;

/// <summary>How reports name files, whose names may hold the name of a patient.</summary>
public enum PathStyle
{
    /// <summary>As they were given.</summary>
    Relative,

    /// <summary>Without their folders.</summary>
    Basename,

    /// <summary>By the first 12 hex digits of the SHA-256 of the path, and what it ends with.</summary>
    Hash,
}
