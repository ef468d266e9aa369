using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A transaction: what stands between ST and SE.</summary>
public readonly record struct Transaction : IClaimPart<Transaction>
{
    internal Transaction(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place in the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The interchange that it stands in.</summary>
    public Interchange Interchange => new(Batch, Row.Interchange);

    /// <summary>The control number as written (ST02).</summary>
    public string? ControlNumber => Batch.Text(Row.ControlNumber);

    /// <summary>The control number of the group that it stands in (GS06).</summary>
    public string? GroupControlNumber => Batch.Text(Row.GroupControlNumber);

    /// <summary>The implementation guide (ST03, else GS08), such as "005010X222A1".</summary>
    public string? Guide => Batch.Text(Row.Guide);

    /// <summary>The submitter's reference (BHT03).</summary>
    public string? Reference => Batch.Text(Row.Reference);

    /// <summary>The purpose: 00 original, 18 reissue (BHT02).</summary>
    public string? Purpose => Batch.Text(Row.Purpose);

    /// <summary>The day it was made (BHT04).</summary>
    public DateOnly? Submitted => PackedDate.Unpack(Row.Submitted);

    /// <summary>CH for claims to be paid, RP for reporting (BHT06).</summary>
    public string? Use => Batch.Text(Row.Use);

    /// <summary>Which kind of claims it holds.</summary>
    public ClaimSetting Setting => Row.Setting;

    /// <summary>The ST segment.</summary>
    public SourceSpan Span => Batch.SpanOf(new(FieldOwner.Transaction, Row.Segment, Row.Interchange, "ST"));

    /// <summary>Where it starts in the file: the same also in the next batch that it goes on in.</summary>
    internal long Start => Row.Segment;

    private ref readonly TransactionRow Row => ref Batch.Rows.Transactions[Index];

    static Transaction IClaimPart<Transaction>.At(ClaimBatch batch, int index) => new(batch, index);
}
