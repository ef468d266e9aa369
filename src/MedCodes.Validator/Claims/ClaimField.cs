namespace MedCodes.Validator.Claims;

/// <summary>A field of a claim, for asking where it stands and whether it could be read.</summary>
public enum ClaimField
{
    /// <summary>The submitter's id of the claim. CLM01; privacy: account.</summary>
    Id = 1,

    /// <summary>The total charge. CLM02; privacy: open.</summary>
    Total,

    /// <summary>The place of service of a professional claim. CLM05-1; privacy: open.</summary>
    PlaceOfService,

    /// <summary>The claim frequency code. CLM05-3; privacy: open.</summary>
    Frequency,

    /// <summary>The type of bill of an institutional claim. CLM05; privacy: open.</summary>
    TypeOfBill,

    /// <summary>Whether the provider's signature is on file. CLM06; privacy: open.</summary>
    ProviderSignature,

    /// <summary>Whether the provider accepts assignment. CLM07; privacy: open.</summary>
    Assignment,

    /// <summary>Whether benefits are assigned to the provider. CLM08; privacy: open.</summary>
    BenefitsAssigned,

    /// <summary>Whether the patient has released information. CLM09; privacy: open.</summary>
    ReleaseOfInformation,

    /// <summary>The accidents or the employment that the claim is related to. CLM11; privacy: open.</summary>
    RelatedCauses,

    /// <summary>How the patient's signature was obtained. CLM10; privacy: open.</summary>
    PatientSignatureSource,

    /// <summary>The state of an automobile accident. CLM11-4; privacy: open.</summary>
    AccidentState,

    /// <summary>The country of an automobile accident. CLM11-5; privacy: open.</summary>
    AccidentCountry,

    /// <summary>The special program that the claim is for. CLM12; privacy: open.</summary>
    SpecialProgram,

    /// <summary>The type of admission. CL101; privacy: open.</summary>
    AdmissionType,

    /// <summary>Where the patient was admitted from. CL102; privacy: open.</summary>
    AdmissionSource,

    /// <summary>The patient's status at the end of the statement. CL103; privacy: open.</summary>
    PatientStatus,

    /// <summary>What the place of service or type of bill is. CLM05-2; privacy: open.</summary>
    FacilityQualifier,

    /// <summary>Why the claim is late. CLM20; privacy: open.</summary>
    DelayReason,

    /// <summary>The payer's control number of the claim that this one replaces or voids. REF02 behind F8; privacy: account.</summary>
    OriginalReference,

    /// <summary>The prior authorization number. REF02 behind G1; privacy: account.</summary>
    PriorAuthorization,

    /// <summary>The laboratory's CLIA number. REF02 behind X4; privacy: open.</summary>
    CliaNumber,

    /// <summary>The first day of the statement. DTP03 behind 434; privacy: account.</summary>
    StatementFrom,

    /// <summary>The last day of the statement. DTP03 behind 434; privacy: account.</summary>
    StatementThrough,

    /// <summary>The day of admission. DTP03 behind 435; privacy: account.</summary>
    Admission,

    /// <summary>The day the illness began. DTP03 behind 431; privacy: account.</summary>
    Onset,

    /// <summary>The day of the accident. DTP03 behind 439; privacy: account.</summary>
    Accident,

    /// <summary>The day the patient was last seen. DTP03 behind 304; privacy: account.</summary>
    LastSeen,

    /// <summary>The day the transaction was made. BHT04; privacy: account.</summary>
    Submitted,

    /// <summary>Whether the claim is for reporting only. BHT06; privacy: open.</summary>
    Reporting,

    /// <summary>The transaction's control number. ST02; privacy: account.</summary>
    TransactionControlNumber,

    /// <summary>The interchange's control number. ISA13; privacy: account.</summary>
    InterchangeControlNumber,

    /// <summary>The interchange's sender. ISA06; privacy: account.</summary>
    SenderId,

    /// <summary>The interchange's receiver. ISA08; privacy: account.</summary>
    ReceiverId,

    /// <summary>The payer's place in the order of payers. SBR01; privacy: open.</summary>
    PayerSequence,

    /// <summary>The insurance type where Medicare pays second. SBR05; privacy: open.</summary>
    InsuranceType,

    /// <summary>The kind of payer. SBR09; privacy: open.</summary>
    FilingIndicator,

    /// <summary>The payer's id. NM109 behind PR; privacy: open.</summary>
    PayerId,

    /// <summary>The payer's name. NM103 behind PR; privacy: open.</summary>
    PayerName,

    /// <summary>The subscriber's member id. NM109 behind IL; privacy: identifying.</summary>
    MemberId,

    /// <summary>The patient's relationship to the subscriber. SBR02 or PAT01; privacy: open.</summary>
    Relationship,

    /// <summary>The patient's first name. NM104 behind QC or IL; privacy: identifying.</summary>
    PatientFirstName,

    /// <summary>The patient's last name. NM103 behind QC or IL; privacy: identifying.</summary>
    PatientLastName,

    /// <summary>The patient's date of birth. DMG02; privacy: identifying.</summary>
    PatientBirthDate,

    /// <summary>The patient's sex as written. DMG03; privacy: identifying.</summary>
    PatientSex,

    /// <summary>The number of the group that the subscriber is insured with. SBR03; privacy: identifying.</summary>
    GroupNumber,

    /// <summary>The name of that group or of its plan. SBR04; privacy: identifying.</summary>
    GroupName,
}
