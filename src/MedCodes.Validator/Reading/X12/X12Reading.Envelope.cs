using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Interchanges, groups and transactions.</summary>
internal sealed partial class X12Reading
{
    private Place _place = Place.Outside;
    private OpenRows _open = OpenRows.None;
    private X12Envelope _interchange;
    private X12Envelope _group;
    private X12Envelope _transaction;
    private bool _isClaimGroup;
    private bool _groupReported;
    private string _groupGuide = "";
    private bool _isSkipped;
    private bool _isGuideNamed;
    private int _segments;

    private enum Place
    {
        Outside,
        Interchange,
        Group,
        Transaction,
    }

    private string MissingTrailers => _place switch
    {
        Place.Transaction => "SE, GE and IEA",
        Place.Group => "GE and IEA",
        _ => "IEA",
    };

    private void OpenInterchange(in X12Segment segment)
    {
        LeaveInterchange(segment.Span);
        _place = Place.Interchange;
        _interchange = new X12Envelope(Shown(segment[13]));
        if (!_source.HeaderHasRightLength)
            Report(FaultKind.InterchangeHeaderLength, segment.Span, "ISA", "106 bytes", $"{segment.Span.Length + 1} bytes", Privacy.Open);
        ref var row = ref _rows.AddInterchange(segment.Offset);
        row.ControlNumber = _rows.Texts.Add(segment[13]);
        row.SenderId = _rows.Texts.Add(segment[6].TrimEnd((byte)' '));
        row.ReceiverId = _rows.Texts.Add(segment[8].TrimEnd((byte)' '));
        row.Usage = segment[15].Length == 1 ? segment[15][0] : (ushort)0;
        row.Delimiters = segment.Delimiters.Packed;
        _open = OpenRows.None with { Interchange = _rows.InterchangeCount - 1 };
    }

    /// <summary>Ends what is open where the trailers are missing.</summary>
    private void LeaveInterchange(SourceSpan at)
    {
        if (_place == Place.Outside)
            return;
        CommitCoverage();
        Report(FaultKind.MissingSegment, at with { Length = 0 }, expected: MissingTrailers);
        _place = Place.Outside;
    }

    private void TakeSegment(in X12Segment segment)
    {
        switch (segment.Id)
        {
            case X12Id.Gs:
                OpenGroup(segment);
                break;
            case X12Id.St:
                OpenTransaction(segment);
                break;
            case X12Id.Se:
                CloseTransaction(segment);
                break;
            case X12Id.Ge:
                CloseGroup(segment);
                break;
            case X12Id.Iea:
                CloseInterchange(segment);
                break;
            case X12Id.Ta1 when _place == Place.Interchange:
                break;
            default:
                TakeBody(segment);
                break;
        }
    }

    private void TakeBody(in X12Segment segment)
    {
        if (_place == Place.Outside)
        {
            SkipOutside();
            return;
        }

        if (_place != Place.Transaction)
        {
            if (!IsClaimSegment(segment.Id))
            {
                ReportUnknown(segment);
                return;
            }

            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: _place == Place.Group ? "ST" : "GS and ST");
            BeginGroup(isDisturbed: true);
            BeginTransaction(segment.Offset, "", _groupGuide);
        }

        _segments++;
        if (!_isSkipped)
            TakeClaimSegment(segment);
    }

    private void SkipOutside()
    {
        _source.StepBack();
        if (!_source.FindHeader())
            _ended = true;
        ReportOutside();
    }

    private void OpenGroup(in X12Segment segment)
    {
        if (_place == Place.Outside)
        {
            // The delimiters of the interchange before are still known.
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: "ISA");
            _place = Place.Interchange;
            _interchange = X12Envelope.Unknown;
        }
        else if (_place != Place.Interchange)
        {
            CommitCoverage();
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: _place == Place.Group ? "GE" : "SE and GE");
            _interchange.IsDisturbed = true;
        }

        _interchange.Count++;
        _place = Place.Group;
        _group = new X12Envelope(Shown(segment[6]));
        _groupReported = false;
        _isClaimGroup = segment[1].IsEmpty || segment[1].SequenceEqual("HC"u8);
        _groupGuide = Shown(segment[8]);
    }

    private void BeginGroup(bool isDisturbed)
    {
        if (_place == Place.Interchange)
        {
            _interchange.Count++;
            _interchange.IsDisturbed = isDisturbed;
            _group = X12Envelope.Unknown;
            _groupReported = false;
            _isClaimGroup = true;
            _groupGuide = "";
        }

        _group.IsDisturbed |= isDisturbed;
        _place = Place.Group;
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
        row.GroupControlNumber = _group.ControlNumber.Length == 0 ? 0 : _rows.Texts.Add(_group.ControlNumber);
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
        if (_transaction.IsKnown)
            CheckTrailer(segment, _segments, _transaction, FaultKind.SegmentCountMismatch);
    }

    private void CloseGroup(in X12Segment segment)
    {
        if (_place is Place.Outside or Place.Interchange)
        {
            Report(FaultKind.MisplacedSegment, segment, 0, "a group before its trailer");
            return;
        }

        if (_place == Place.Transaction)
        {
            CommitCoverage();
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: "SE");
        }

        _place = Place.Interchange;
        CheckTrailer(segment, _group.Count, _group, FaultKind.TransactionCountMismatch);
    }

    private void CloseInterchange(in X12Segment segment)
    {
        if (_place == Place.Outside)
        {
            Report(FaultKind.MisplacedSegment, segment, 0, "an interchange before its trailer");
            return;
        }

        if (_place != Place.Interchange)
        {
            CommitCoverage();
            Report(FaultKind.MissingSegment, segment.Span with { Length = 0 }, expected: _place == Place.Group ? "GE" : "SE and GE");
        }

        _place = Place.Outside;
        CheckTrailer(segment, _interchange.Count, _interchange, FaultKind.GroupCountMismatch);
    }

    private void CheckTrailer(in X12Segment segment, int count, in X12Envelope envelope, FaultKind mismatch)
    {
        if (!envelope.IsDisturbed && !(X12Values.TryCount(segment[1], out var stated) && stated == count))
            Report(mismatch, segment, 1, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // Control numbers of groups and interchanges are numbers: leading zeros say nothing.
        var (found, expected) = (Shown(segment[2]), envelope.ControlNumber);
        if (segment.Id != X12Id.Se)
            (found, expected) = (found.TrimStart('0'), expected.TrimStart('0'));
        if (envelope.IsKnown && found != expected)
            Report(FaultKind.ControlNumberMismatch, segment, 2, envelope.ControlNumber);
    }
}
