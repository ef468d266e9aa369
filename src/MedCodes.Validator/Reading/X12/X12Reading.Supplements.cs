using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Notes, fixed-format information and attachments (NTE, K3, PWK) of claims and lines.</summary>
internal sealed partial class X12Reading
{
    private void TakeSupplement(in X12Segment segment)
    {
        if (_level is not (Level.Claim or Level.Line))
            return;
        var kind = segment.Id switch
        {
            X12Id.Pwk => SupplementKind.Attachment,
            X12Id.K3 => SupplementKind.FixedFormat,
            _ => SupplementKind.Note,
        };
        var code = kind == SupplementKind.FixedFormat ? 0 : (uint)Short(segment, 1, 3, Unseen);
        var transmission = kind == SupplementKind.Attachment ? (ushort)Short(segment, 2, 2, Unseen) : (ushort)0;
        var text = Text(segment, kind switch { SupplementKind.Note => 2, SupplementKind.FixedFormat => 1, _ => 6 }, Unseen);
        ref var row = ref AddSupplement(segment.Offset, kind);
        row.Code = code;
        row.Transmission = transmission;
        row.Text = text;
    }

    private ref SupplementRow AddSupplement(long offset, SupplementKind kind)
    {
        if (_level == Level.Claim)
            return ref _rows.AddClaimSupplement(offset, kind);
        return ref _rows.AddLineSupplement(offset, kind);
    }
}
