using System.Runtime.CompilerServices;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>
/// A claim: what stands between one CLM segment and the next, with the patient, payer and providers that it is for.
/// Texts are as written; null is missing or unreadable, which <see cref="IsUnreadable"/> tells apart.
/// </summary>
public readonly partial record struct Claim : IClaimPart<Claim>
{
    internal Claim(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place in the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>Its place in the file, from 1.</summary>
    public int Ordinal => Batch.Rows.OrdinalOf(Index);

    /// <summary>The submitter's id of the claim (CLM01).</summary>
    public string? Id => Batch.Text(Row.Id);

    /// <summary>The total charge (CLM02).</summary>
    public decimal? Total => PackedNumber.Unpack(Row.Total);

    /// <summary>Professional or institutional.</summary>
    public ClaimSetting Setting =>
        (Row.Flags & ClaimFlags.Institutional) != 0 ? ClaimSetting.Institutional : ClaimSetting.Professional;

    /// <summary>The place of service of a professional claim (CLM05-1); null for institutional claims.</summary>
    public string? PlaceOfService => Setting == ClaimSetting.Professional ? PackedText.Unpack(Row.Facility) : null;

    /// <summary>The type of bill of an institutional claim, such as "131" (CLM05-1 and CLM05-3); null unless both are there.</summary>
    public string? TypeOfBill =>
        Setting == ClaimSetting.Institutional && Row.Facility != 0 && Row.Frequency != 0
            ? PackedText.Unpack(Row.Facility) + PackedText.Unpack(Row.Frequency)
            : null;

    /// <summary>What the place of service or type of bill is: B a place of service, A a type of bill (CLM05-2).</summary>
    public string? FacilityQualifier => PackedText.Unpack(Row.FacilityQualifier);

    /// <summary>The frequency: 1 original, 7 replacement, 8 void (CLM05-3).</summary>
    public string? Frequency => PackedText.Unpack(Row.Frequency);

    /// <summary>Whether the provider's signature is on file (CLM06).</summary>
    public string? ProviderSignature => PackedText.Unpack(Row.ProviderSignature);

    /// <summary>Whether the provider accepts assignment (CLM07).</summary>
    public string? Assignment => PackedText.Unpack(Row.Assignment);

    /// <summary>Whether benefits are assigned to the provider (CLM08).</summary>
    public string? BenefitsAssigned => PackedText.Unpack(Row.BenefitsAssigned);

    /// <summary>Whether the patient has released information (CLM09).</summary>
    public string? ReleaseOfInformation => PackedText.Unpack(Row.Release);

    /// <summary>How the patient's signature was obtained where the provider has it only in part: P (CLM10).</summary>
    public string? PatientSignatureSource => PackedText.Unpack(Detail.PatientSignatureSource);

    /// <summary>Related causes in their order: AA, EM, OA (CLM11-1 to CLM11-3); empty where there are none.</summary>
    public IReadOnlyList<string> RelatedCauses =>
        Detail.RelatedCause1 == 0 && Detail.RelatedCause2 == 0 && Detail.RelatedCause3 == 0
            ? []
            : new[] { Detail.RelatedCause1, Detail.RelatedCause2, Detail.RelatedCause3 }
                .Where(cause => cause != 0).Select(cause => PackedText.Unpack(cause)!).ToArray();

    /// <summary>The state of an automobile accident (CLM11-4).</summary>
    public string? AccidentState => PackedText.Unpack(Detail.AccidentState);

    /// <summary>The country of an automobile accident outside the United States (CLM11-5).</summary>
    public string? AccidentCountry => PackedText.Unpack(Detail.AccidentCountry);

    /// <summary>The special program that the claim is for (CLM12).</summary>
    public string? SpecialProgram => PackedText.Unpack(Detail.SpecialProgram);

    /// <summary>The reason for a late claim (CLM20).</summary>
    public string? DelayReason => PackedText.Unpack(Detail.DelayReason);

    /// <summary>The payer's control number of the claim that this one replaces or voids (REF*F8).</summary>
    public string? OriginalReference => Batch.Text(Detail.OriginalReference);

    /// <summary>The prior authorization number (REF*G1).</summary>
    public string? PriorAuthorization => Batch.Text(Detail.PriorAuthorization);

    /// <summary>The laboratory's CLIA number (REF*X4).</summary>
    public string? CliaNumber => Batch.Text(Detail.CliaNumber);

    /// <summary>The first day of the statement (DTP*434).</summary>
    public DateOnly? StatementFrom => PackedDate.Unpack(Detail.StatementFrom);

    /// <summary>The last day of the statement (DTP*434); the first where only one day is given.</summary>
    public DateOnly? StatementThrough => PackedDate.Unpack(Detail.StatementThrough);

    /// <summary>The day of admission (DTP*435).</summary>
    public DateOnly? Admission => PackedDate.Unpack(Detail.Admission);

    /// <summary>The day the illness began (DTP*431).</summary>
    public DateOnly? Onset => PackedDate.Unpack(Detail.Onset);

    /// <summary>The day of the accident (DTP*439).</summary>
    public DateOnly? Accident => PackedDate.Unpack(Detail.Accident);

    /// <summary>The day the patient was last seen by the physician in charge (DTP*304).</summary>
    public DateOnly? LastSeen => PackedDate.Unpack(Detail.LastSeen);

    /// <summary>The type of admission of an institutional claim (CL101).</summary>
    public string? AdmissionType => PackedText.Unpack(Detail.AdmissionType);

    /// <summary>Where the patient of an institutional claim was admitted from (CL102).</summary>
    public string? AdmissionSource => PackedText.Unpack(Detail.AdmissionSource);

    /// <summary>The patient's status at the end of an institutional claim's statement (CL103).</summary>
    public string? PatientStatus => PackedText.Unpack(Detail.PatientStatus);

    /// <summary>Notes, fixed-format information and attachments of the claim itself, in their order (NTE, K3, PWK).</summary>
    public PartList<Supplement> Supplements => new(Batch, Detail.FirstSupplement, Detail.SupplementCount);

    /// <summary>Whether the claim carries a note (NTE).</summary>
    public bool HasNote => (Row.Flags & ClaimFlags.HasNote) != 0;

    /// <summary>Whether the claim names paperwork that goes with it (PWK).</summary>
    public bool HasAttachment => (Row.Flags & ClaimFlags.HasAttachment) != 0;

    /// <summary>Whether the claim carries fixed-format information (K3).</summary>
    public bool HasFixedFormat => (Row.Flags & ClaimFlags.HasFixedFormat) != 0;

    /// <summary>The diagnoses, the principal one first, as diagnosis pointers count them.</summary>
    public PartList<Diagnosis> Diagnoses => new(Batch, Row.FirstDiagnosis, Next.FirstDiagnosis - Row.FirstDiagnosis);

    /// <summary>The other codes of the claim's HI segments in their order: conditions, occurrences, values, procedures and others.</summary>
    public PartList<ClaimCode> Codes => new(Batch, Detail.FirstCode, Detail.CodeCount);

    /// <summary>The service lines in their order.</summary>
    public PartList<ServiceLine> Lines => new(Batch, Row.FirstLine, Next.FirstLine - Row.FirstLine);

    /// <summary>The payers beside the one that the claim is sent to.</summary>
    public PartList<OtherPayer> OtherPayers => new(Batch, Detail.FirstOtherPayer, Detail.OtherPayerCount);

    /// <summary>The CLM segment.</summary>
    public SourceSpan Span => Batch.SpanOf(new(FieldOwner.Claim, Offset, Transaction.Interchange.Index, "CLM"));

    internal ref readonly ClaimRow Row
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Batch.Rows.Claims[Index];
    }

    internal ref readonly ClaimDetailRow Detail => ref Batch.Rows.ClaimDetails[Row.Detail];

    internal long Offset => Batch.Rows.Base + Row.Segment;

    private ref readonly ClaimRow Next => ref Batch.Rows.Claims[Index + 1];

    static Claim IClaimPart<Claim>.At(ClaimBatch batch, int index) => new(batch, index);
}
