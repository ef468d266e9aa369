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
        CheckTrailer(segment, _group);
    }

    private void CheckTrailer(in X12Segment segment, in X12Envelope envelope)
    {
        if (envelope.IsInherited)
        {
            _trailers.Add((_batches, new X12Trailer([.. segment.Bytes, segment.Delimiters.Terminator], segment.Offset, segment.Delimiters, envelope)));
            return;
        }

        if (_wanted is not null)
            return;
        var faults = X12Trailer.Faults(_file, segment, envelope);
        _faults.AddRange(faults);
        // Where a batch ends must not depend on what another reader would learn only later.
        _faultsAcross += envelope.CrossesCut ? faults.Count : 0;
    }
}
