namespace MedCodes.Validator.Claims;

/// <summary>A field of a service line, for asking where it stands and whether it could be read. Elements are those of SV1; in institutional claims SV2 holds them.</summary>
public enum LineField
{
    /// <summary>The line's number as written. LX01; privacy: open.</summary>
    Number = 1,

    /// <summary>The code system of the procedure code. SV101-1; privacy: open.</summary>
    CodeQualifier,

    /// <summary>The procedure code. SV101-2; privacy: open.</summary>
    Code,

    /// <summary>The modifiers, from the first. SV101-3; privacy: open.</summary>
    Modifiers,

    /// <summary>The description that goes with unlisted codes; free text. SV101-7; privacy: identifying.</summary>
    Description,

    /// <summary>The charge. SV102; privacy: open.</summary>
    Charge,

    /// <summary>What the units count. SV103; privacy: open.</summary>
    Unit,

    /// <summary>The units of service. SV104; privacy: open.</summary>
    Units,

    /// <summary>The place of service of the line. SV105; privacy: open.</summary>
    PlaceOfService,

    /// <summary>The revenue code of an institutional line. SV201; privacy: open.</summary>
    RevenueCode,

    /// <summary>The diagnosis pointers. SV107; privacy: open.</summary>
    Pointers,

    /// <summary>The first day of service. DTP03 behind 472; privacy: account.</summary>
    Date,

    /// <summary>The last day of service. DTP03 behind 472; privacy: account.</summary>
    Through,

    /// <summary>The line's control number. REF02 behind 6R; privacy: account.</summary>
    ControlNumber,

    /// <summary>The prior authorization number of the line. REF02 behind G1; privacy: account.</summary>
    PriorAuthorization,

    /// <summary>The laboratory's CLIA number of the line. REF02 behind X4; privacy: open.</summary>
    CliaNumber,

    /// <summary>The day the patient was last seen. DTP03 behind 304; privacy: account.</summary>
    LastSeen,

    /// <summary>The drug's national drug code. LIN03; privacy: open.</summary>
    Ndc,

    /// <summary>The quantity of the drug. CTP04; privacy: open.</summary>
    NdcUnits,

    /// <summary>What the quantity of the drug counts. CTP05; privacy: open.</summary>
    NdcUnit,
}
