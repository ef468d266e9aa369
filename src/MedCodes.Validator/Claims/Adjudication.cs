using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Another payer's answer to a service line (loop 2430).</summary>
public readonly record struct Adjudication : IClaimPart<Adjudication>
{
    internal Adjudication(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all adjudications of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The line that it answers.</summary>
    public ServiceLine Line => new(Batch, Row.Line);

    /// <summary>The payer's id (SVD01), that of one of the claim's other payers.</summary>
    public string? PayerId => Batch.Text(Row.PayerId);

    /// <summary>What the payer paid (SVD02).</summary>
    public decimal? Paid => PackedNumber.Unpack(Row.Paid);

    /// <summary>The procedure code that the payer decided on (SVD03-2).</summary>
    public ProcedureCode? Code => Row.Code == 0 ? null : new ProcedureCode(Row.Code);

    /// <summary>The units that the payer paid for (SVD05).</summary>
    public decimal? Units => PackedNumber.Unpack(Row.Units);

    /// <summary>The day the payer decided (DTP*573).</summary>
    public DateOnly? Date => PackedDate.Unpack(Row.Date);

    /// <summary>The payer's adjustments of the line (CAS).</summary>
    public PartList<Adjustment> Adjustments => new(Batch, Row.FirstAdjustment, Row.AdjustmentCount);

    /// <summary>Its place among the answers to the line, from 1.</summary>
    public int Position => Index - Line.Detail.FirstAdjudication + 1;

    /// <summary>The SVD segment; in JSON the answer's object.</summary>
    public SourceSpan Span => Find("SVD", null, "");

    /// <summary>Where it stands, such as "2300[2]/2400[1]/2430[1]".</summary>
    public string Path => Batch.Paths.Of(this);

    /// <summary>The bytes of a field; empty, at the start of the answer, where it is missing.</summary>
    public SourceSpan SpanOf(AdjudicationField field) =>
        Find(AdjudicationFields.Of(field).Element, AdjudicationFields.Of(field).Qualifiers, FieldTraits.JsonName(field));

    /// <summary>Where a field stands, such as "2300[2]/2400[1]/2430[1]/SVD02".</summary>
    public string PathOf(AdjudicationField field) => Batch.Paths.Of(this, field);

    /// <summary>Whether a field is there but not of its type. Its property is then null.</summary>
    public bool IsUnreadable(AdjudicationField field) => Batch.IsUnreadable(FieldOwner.Adjudication, Index, (int)field);

    /// <summary>The offset of its segment in the file.</summary>
    internal long Offset => Batch.Rows.Base + Row.Segment;

    private SourceSpan Find(string element, string? qualifiers, string pointer) => Batch.SpanOf(new(
        FieldOwner.Adjudication, Offset, Line.Claim.Transaction.Interchange.Index, element, qualifiers, Pointer: pointer));

    private ref readonly AdjudicationRow Row => ref Batch.Rows.Adjudications[Index];

    static Adjudication IClaimPart<Adjudication>.At(ClaimBatch batch, int index) => new(batch, index);
}
