namespace MedCodes.Validator.Claims;

/// <summary>A field of another payer, for asking where it stands and whether it could be read.</summary>
public enum OtherPayerField
{
    /// <summary>The place in the order of payers. SBR01; privacy: open.</summary>
    PayerSequence = 1,

    /// <summary>The kind of payer. SBR09; privacy: open.</summary>
    FilingIndicator,

    /// <summary>The insurance type. SBR05; privacy: open.</summary>
    InsuranceType,

    /// <summary>The payer's id. NM109 behind PR; privacy: open.</summary>
    PayerId,

    /// <summary>The payer's name. NM103 behind PR; privacy: open.</summary>
    PayerName,

    /// <summary>The member id there. NM109 behind IL; privacy: identifying.</summary>
    MemberId,

    /// <summary>What the payer paid. AMT02 behind D; privacy: open.</summary>
    Paid,

    /// <summary>What the payer does not cover. AMT02 behind A8; privacy: open.</summary>
    NotCovered,

    /// <summary>What the patient still owes. AMT02 behind EAF; privacy: open.</summary>
    RemainingLiability,

    /// <summary>The day the payer decided. DTP03 behind 573; privacy: account.</summary>
    Adjudicated,

    /// <summary>The number of the group that its subscriber is insured with. SBR03; privacy: identifying.</summary>
    GroupNumber,

    /// <summary>The name of that group or of its plan. SBR04; privacy: identifying.</summary>
    GroupName,
}
