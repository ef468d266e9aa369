using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>
/// A code of the claim as a whole that is no diagnosis: one composite of its HI segments. Procedures in institutional claims (BBR, BBQ),
/// procedures that anesthesia was for (BP, BO), occurrences (BH, BI), values (BE), conditions (BG), treatments (TC), diagnosis related
/// groups (DR).
/// </summary>
public readonly record struct ClaimCode : IClaimPart<ClaimCode>
{
    internal ClaimCode(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all such codes of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The claim that it belongs to.</summary>
    public Claim Claim => new(Batch, Row.Claim);

    /// <summary>Its place among the codes of its claim, from 1.</summary>
    public int Position => Index - Claim.Detail.FirstCode + 1;

    /// <summary>What the code is, such as BG for a condition (the first component).</summary>
    public string? Qualifier => PackedText.Unpack(Row.Qualifier);

    /// <summary>The code as written; null where it is missing or longer than eight characters.</summary>
    public string? Code => PackedText.Unpack(Row.Code);

    /// <summary>The day that goes with it, or the first day of a span (the fourth component).</summary>
    public DateOnly? Date => PackedDate.Unpack(Row.Date);

    /// <summary>The last day of a span; <see cref="Date"/> where only one day is given.</summary>
    public DateOnly? Through => Row.Through == 0 ? Date : PackedDate.Unpack(Row.Through);

    /// <summary>The amount that goes with a value code (the fifth component).</summary>
    public decimal? Amount => PackedNumber.Unpack(Row.Amount);

    /// <summary>Whether a field is there and could not be read. Its property is then null.</summary>
    public bool IsUnreadable(ClaimCodeField field) => Batch.IsUnreadable(FieldOwner.ClaimCode, Index, (int)field);

    /// <summary>The bytes of the code.</summary>
    public SourceSpan Span => SpanOf(ClaimCodeField.Code);

    /// <summary>The bytes of a field; empty where it is missing.</summary>
    public SourceSpan SpanOf(ClaimCodeField field)
    {
        var (element, name) = field switch
        {
            ClaimCodeField.Date => ("HI01-4", "date"),
            ClaimCodeField.Amount => ("HI01-5", "amount"),
            _ => ("HI01-2", "code"),
        };
        return Batch.SpanOf(new(FieldOwner.ClaimCode, Claim.Offset, Claim.Transaction.Interchange.Index, element, null, Position, $"codes/{Position - 1}/{name}"));
    }

    /// <summary>Where it stands, such as "2300[2]/HI[BG,1]": the first of the other codes of the second claim, a condition.</summary>
    public string Path => Batch.Paths.Of(this);

    private ref readonly ClaimCodeRow Row => ref Batch.Rows.Codes[Index];

    static ClaimCode IClaimPart<ClaimCode>.At(ClaimBatch batch, int index) => new(batch, index);
}
