using System.Runtime.CompilerServices;
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

    private void TakeSegment(in X12Segment segment, X12Kind kind)
    {
        switch (kind)
        {
            case X12Kind.Gs:
                OpenGroup(segment);
                break;
            case X12Kind.St:
                OpenTransaction(segment);
                break;
            case X12Kind.Se:
                CloseTransaction(segment);
                break;
            case X12Kind.Ge:
                CloseGroup(segment);
                break;
            case X12Kind.Iea:
                CloseInterchange(segment);
                break;
            case X12Kind.Ta1 when _place == Place.Interchange:
                break;
            default:
                TakeBody(segment, kind);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeBody(in X12Segment segment, X12Kind kind)
    {
        if (_place != Place.Transaction && !BeginWithoutHeader(segment, kind))
            return;
        _segments++;
        if (!_isSkipped)
            TakeClaimSegment(segment, kind);
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

    private void CheckTrailer(in X12Segment segment, int count, in X12Envelope envelope, FaultKind mismatch)
    {
        if (!envelope.IsDisturbed && !(X12Values.TryCount(segment[1], out var stated) && stated == count))
            Report(mismatch, segment, 1, count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        // Control numbers of groups and interchanges are numbers: leading zeros say nothing.
        var (found, expected) = (Shown(segment[2]), envelope.ControlNumber);
        if (segment.Id != X12Id.Se)
            (found, expected) = (found.TrimStart('0'), expected.TrimStart('0'));
        if (envelope.IsKnown && found != expected)
            Report(FaultKind.ControlNumberMismatch, segment, 2, X12Privacy.IsControlNumber(envelope.ControlNumber) ? envelope.ControlNumber : "another one");
    }
}
