using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Another payer of a claim, with what it paid for the claim as a whole (loop 2320).</summary>
public readonly record struct OtherPayer : IClaimPart<OtherPayer>
{
    internal OtherPayer(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all other payers of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The claim that it belongs to.</summary>
    public Claim Claim => new(Batch, Row.Claim);

    /// <summary>Its place in the order of payers (SBR01).</summary>
    public string? PayerSequence => PackedText.Unpack(Row.Sequence);

    /// <summary>The kind of payer (SBR09).</summary>
    public string? FilingIndicator => PackedText.Unpack(Row.FilingIndicator);

    /// <summary>The insurance type (SBR05).</summary>
    public string? InsuranceType => PackedText.Unpack(Row.InsuranceType);

    /// <summary>The number of the group that its subscriber is insured with (SBR03). May tell an employer, so it identifies.</summary>
    public string? GroupNumber => Batch.Text(Row.GroupNumber);

    /// <summary>The name of that group or of its plan (SBR04). May tell an employer, so it identifies.</summary>
    public string? GroupName => Batch.Text(Row.GroupName);

    /// <summary>The payer's id (2330B, NM109), which adjudications of lines refer to.</summary>
    public string? PayerId => Batch.Text(Row.PayerId);

    /// <summary>The payer's name (2330B, NM103).</summary>
    public string? PayerName => Batch.Text(Row.PayerName);

    /// <summary>The member id there (2330A, NM109). Identifies a person.</summary>
    public string? MemberId => Batch.Text(Row.MemberId);

    /// <summary>The name and address of its subscriber (2330A). They are read from the file again each time.</summary>
    public PartyDetails SubscriberDetails => Batch.DetailsOf(AddressOf("NM1", "IL", SubscriberPointer));

    /// <summary>What the payer paid (AMT*D).</summary>
    public decimal? Paid => PackedNumber.Unpack(Row.Paid);

    /// <summary>What the payer does not cover (AMT*A8).</summary>
    public decimal? NotCovered => PackedNumber.Unpack(Row.NotCovered);

    /// <summary>What the patient still owes (AMT*EAF).</summary>
    public decimal? RemainingLiability => PackedNumber.Unpack(Row.RemainingLiability);

    /// <summary>The day the payer decided (2330B, DTP*573).</summary>
    public DateOnly? Adjudicated => PackedDate.Unpack(Row.Adjudicated);

    /// <summary>The payer's adjustments of the claim as a whole (CAS).</summary>
    public PartList<Adjustment> Adjustments => new(Batch, Row.FirstAdjustment, Row.AdjustmentCount);

    /// <summary>Its place among the other payers of the claim, from 1.</summary>
    public int Position => Index - Claim.Detail.FirstOtherPayer + 1;

    /// <summary>The SBR segment; in JSON the payer's object.</summary>
    public SourceSpan Span => Find("SBR", null, "");

    /// <summary>Where it stands, such as "2300[2]/2320[1]".</summary>
    public string Path => Batch.Paths.Of(this);

    /// <summary>The bytes of a field; empty, at the start of the payer's loop, where it is missing.</summary>
    public SourceSpan SpanOf(OtherPayerField field) =>
        Find(OtherPayerFields.Of(field).Element, OtherPayerFields.Of(field).Qualifiers, FieldTraits.JsonName(field));

    /// <summary>Where a field stands, such as "2300[2]/2320[1]/AMT02[D]".</summary>
    public string PathOf(OtherPayerField field) => Batch.Paths.Of(this, field);

    /// <summary>Whether a field is there but not of its type. Its property is then null.</summary>
    public bool IsUnreadable(OtherPayerField field) => Batch.IsUnreadable(FieldOwner.OtherPayer, Index, (int)field);

    /// <summary>The offset of its segment in the file.</summary>
    internal long Offset => Batch.Rows.Base + Row.Segment;

    /// <summary>The object in JSON that holds what is not kept of its subscriber.</summary>
    internal const string SubscriberPointer = "subscriberDetails";

    private SourceSpan Find(string element, string? qualifiers, string pointer) => Batch.SpanOf(AddressOf(element, qualifiers, pointer));

    private ElementAddress AddressOf(string element, string? qualifiers, string pointer) => new(
        FieldOwner.OtherPayer, Offset, Claim.Transaction.Interchange.Index, element, qualifiers, Pointer: pointer);

    private ref readonly OtherPayerRow Row => ref Batch.Rows.OtherPayers[Index];

    static OtherPayer IClaimPart<OtherPayer>.At(ClaimBatch batch, int index) => new(batch, index);
}
