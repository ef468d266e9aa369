using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Transactions: from ST to SE, and which of them are claims.</summary>
internal sealed partial class X12Reading
{
    /// <summary>Opens a transaction whose header is missing; false where the segment belongs to none.</summary>
    private bool BeginWithoutHeader(in X12Segment segment, X12Kind kind)
    {
        if (_place == Place.Outside)
        {
            SkipOutside();
            return false;
        }

        if (!X12Kinds.IsOfClaims(kind))
        {
            ReportUnknown(segment);
            return false;
        }

        Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: _place == Place.Group ? "ST" : "GS and ST");
        BeginGroup(isDisturbed: true);
        BeginTransaction(segment.Offset, "", _groupGuide);
        return true;
    }

    private void OpenTransaction(in X12Segment segment)
    {
        if (_place == Place.Outside)
        {
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: "ISA and GS");
            _interchange = X12Envelope.Unknown;
            _place = Place.Interchange;
            BeginGroup(isDisturbed: true);
        }
        else if (_place == Place.Interchange)
        {
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: "GS");
            BeginGroup(isDisturbed: true);
        }
        else if (_place == Place.Transaction)
        {
            CommitCoverage();
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: "SE");
            _group.IsDisturbed = true;
        }

        var guide = segment[3].IsEmpty ? _groupGuide : Shown(segment[3]);
        BeginTransaction(segment.Offset, Shown(segment[2]), guide);
        CheckKind(segment, guide);
    }

    private void BeginTransaction(long offset, string controlNumber, string guide)
    {
        _group.Count++;
        _place = Place.Transaction;
        _transaction = controlNumber.Length == 0 ? X12Envelope.Unknown : new X12Envelope(controlNumber);
        _segments = 1;
        _isSkipped = false;
        _isGuideNamed = guide.StartsWith("005010X22", StringComparison.Ordinal);
        ref var row = ref _rows.AddTransaction(offset, Math.Max(0, _open.Interchange));
        row.ControlNumber = controlNumber.Length == 0 ? 0 : _rows.Texts.Add(controlNumber);
        row.GroupControlNumber = _group.IsInherited ? TextPool.Unknown : _group.ControlNumber.Length == 0 ? 0 : _rows.Texts.Add(_group.ControlNumber);
        row.Guide = guide.Length == 0 ? 0 : _rows.Texts.Add(guide);
        row.Setting = guide.StartsWith("005010X223", StringComparison.Ordinal) ? ClaimSetting.Institutional : ClaimSetting.Professional;
        _open = OpenRows.None with { Interchange = Math.Max(0, _open.Interchange), Transaction = _rows.TransactionCount - 1 };
        BeginLevels();
    }

    private void CheckKind(in X12Segment segment, string guide)
    {
        var isClaims = segment[1].SequenceEqual("837"u8) && _isClaimGroup;
        // A group names its version alone where each transaction names the guide.
        var isKnown = guide.StartsWith("005010X222", StringComparison.Ordinal) || guide.StartsWith("005010X223", StringComparison.Ordinal)
            || guide is "005010" or "";
        if (isClaims && isKnown)
            return;
        _isSkipped = true;
        if (_groupReported)
            return;
        _groupReported = true;
        if (!isClaims)
            Report(FaultKind.UnsupportedTransaction, segment.SpanOf(1), "ST01", "837", Shown(segment[1]), X12Privacy.OfCode(segment[1]));
        else
            Report(FaultKind.UnsupportedVersion, segment[3].IsEmpty ? segment.Span : segment.SpanOf(3), "ST03", "005010X222 or 005010X223", guide, X12Privacy.OfCode(System.Text.Encoding.UTF8.GetBytes(guide)));
    }

    private void CloseTransaction(in X12Segment segment)
    {
        if (_place != Place.Transaction)
        {
            Report(FaultKind.MisplacedSegment, segment, 0, "a transaction before its trailer");
            return;
        }

        CloseLevels(segment.Span);
        _segments++;
        _place = Place.Group;
        if (_transaction.IsKnown || _transaction.IsInherited)
            CheckTrailer(segment, _transaction with { Count = _segments });
    }
}
