using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>An interchange: what stands between ISA and IEA.</summary>
public readonly record struct Interchange : IClaimPart<Interchange>
{
    internal Interchange(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place in the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The control number as written (ISA13).</summary>
    public string? ControlNumber => Batch.Text(Batch.Rows.Interchanges[Index].ControlNumber);

    /// <summary>The sender without the blanks that fill the element up (ISA06).</summary>
    public string? SenderId => Batch.Text(Batch.Rows.Interchanges[Index].SenderId);

    /// <summary>The receiver without the blanks that fill the element up (ISA08).</summary>
    public string? ReceiverId => Batch.Text(Batch.Rows.Interchanges[Index].ReceiverId);

    /// <summary>P for production, T for test (ISA15).</summary>
    public string? Usage => Rows.PackedText.Unpack(Batch.Rows.Interchanges[Index].Usage);

    /// <summary>The ISA segment.</summary>
    public SourceSpan Span => Batch.SpanOf(new(FieldOwner.Interchange, Batch.Rows.Interchanges[Index].Segment, Index, "ISA", Pointer: ""));

    /// <summary>Where it starts in the file: the same also in the next batch that it goes on in.</summary>
    internal long Start => Batch.Rows.Interchanges[Index].Segment;

    static Interchange IClaimPart<Interchange>.At(ClaimBatch batch, int index) => new(batch, index);
}
