using System.Globalization;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>One adjustment of another payer: why and by how much it paid less than was charged (a triple of a CAS segment).</summary>
public readonly record struct Adjustment : IClaimPart<Adjustment>
{
    internal Adjustment(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all adjustments of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>Who bears it: CO, PR, OA, PI (CAS01).</summary>
    public string? Group => PackedText.Unpack(Row.Group);

    /// <summary>The reason code (CAS02, CAS05 and so on).</summary>
    public string? Reason => PackedText.Unpack(Row.Reason);

    /// <summary>The amount (CAS03, CAS06 and so on).</summary>
    public decimal? Amount => PackedNumber.Unpack(Row.Amount);

    /// <summary>The units (CAS04, CAS07 and so on).</summary>
    public decimal? Units => PackedNumber.Unpack(Row.Units);

    /// <summary>The bytes of the reason code.</summary>
    public SourceSpan Span => SpanOf(AdjustmentField.Reason);

    /// <summary>The bytes of a field; empty where it is missing.</summary>
    public SourceSpan SpanOf(AdjustmentField field)
    {
        var element = field == AdjustmentField.Group ? 1 : (int)field + Row.Triple * 3;
        var offset = Batch.Rows.Base + Row.Segment;
        return Batch.SpanOf(new(
            FieldOwner.Adjustment, offset, Batch.InterchangeAt(offset), $"CAS{element.ToString("D2", CultureInfo.InvariantCulture)}",
            Pointer: FieldTraits.JsonName(field)));
    }

    /// <summary>Whether a field is there but not of its type. Its property is then null.</summary>
    public bool IsUnreadable(AdjustmentField field) => Batch.IsUnreadable(FieldOwner.Adjustment, Index, (int)field);

    private ref readonly AdjustmentRow Row => ref Batch.Rows.Adjustments[Index];

    static Adjustment IClaimPart<Adjustment>.At(ClaimBatch batch, int index) => new(batch, index);
}
