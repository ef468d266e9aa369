namespace MedCodes.Validator.Claims;

/// <summary>A field of a provider, for asking where it stands and whether it could be read.</summary>
public enum ProviderField
{
    /// <summary>The kind of id: XX for an NPI. NM108; privacy: open.</summary>
    IdQualifier = 1,

    /// <summary>The id as written. NM109; privacy: open.</summary>
    IdText,

    /// <summary>The last name, or the organisation's name. NM103; privacy: identifying.</summary>
    Name,

    /// <summary>The employer's tax id; for a person in business alone it may be a social security number's stand-in. REF02 behind EI; privacy: identifying.</summary>
    TaxId,

    /// <summary>The taxonomy code of the specialty. PRV03; privacy: open.</summary>
    Taxonomy,

    /// <summary>The payer's own number of the provider. REF02 behind G2; privacy: open.</summary>
    SecondaryId,
}
