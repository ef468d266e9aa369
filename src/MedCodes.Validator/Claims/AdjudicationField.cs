namespace MedCodes.Validator.Claims;

/// <summary>A field of another payer's answer to a line, for asking where it stands and whether it could be read.</summary>
public enum AdjudicationField
{
    /// <summary>The payer's id. SVD01; privacy: open.</summary>
    PayerId = 1,

    /// <summary>What the payer paid. SVD02; privacy: open.</summary>
    Paid,

    /// <summary>The procedure code that the payer decided on. SVD03-2; privacy: open.</summary>
    Code,

    /// <summary>The units that the payer paid for. SVD05; privacy: open.</summary>
    Units,

    /// <summary>The day the payer decided. DTP03 behind 573; privacy: account.</summary>
    Date,
}
