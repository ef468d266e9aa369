using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A note, fixed-format information, or an attachment of a claim or of a line (NTE, K3, PWK).</summary>
public readonly record struct Supplement : IClaimPart<Supplement>
{
    internal Supplement(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all supplements of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>What it is.</summary>
    public SupplementKind Kind => Row.Kind;

    /// <summary>What a note is for, or which kind of report is attached (NTE01, PWK01); null for fixed-format information.</summary>
    public string? Code => PackedText.Unpack(Row.Code);

    /// <summary>How an attachment is sent: BM by mail, EL electronically, and others (PWK02).</summary>
    public string? Transmission => PackedText.Unpack(Row.Transmission);

    /// <summary>The note, the information, or the attachment's control number (NTE02, K301, PWK06). Free text: it may identify a person.</summary>
    public string? Text => Batch.Text(Row.Text);

    /// <summary>The segment.</summary>
    public SourceSpan Span
    {
        get
        {
            var offset = Batch.Rows.Base + Row.Segment;
            return Batch.SpanOf(new(FieldOwner.Supplement, offset, Batch.InterchangeAt(offset), Segment));
        }
    }

    private string Segment => Kind switch
    {
        SupplementKind.Note => "NTE",
        SupplementKind.FixedFormat => "K3",
        _ => "PWK",
    };

    private ref readonly SupplementRow Row => ref Batch.Rows.Supplements[Index];

    static Supplement IClaimPart<Supplement>.At(ClaimBatch batch, int index) => new(batch, index);
}
