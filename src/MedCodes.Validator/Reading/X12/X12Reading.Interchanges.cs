using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Interchanges: from ISA to IEA.</summary>
internal sealed partial class X12Reading
{
    private void OpenInterchange(in X12Segment segment)
    {
        LeaveInterchange(segment.Span);
        _place = Place.Interchange;
        _interchange = new X12Envelope(Shown(segment[13]));
        if (!_source.HeaderHasRightLength)
            Report(FaultKind.InterchangeHeaderLength, segment.Span, "ISA", "106 bytes", $"{segment.Span.Length + 1} bytes", Privacy.Open);
        ref var row = ref _rows.AddInterchange(segment.Offset);
        row.ControlNumber = Kept(segment[13]);
        row.SenderId = Kept(segment[6].TrimEnd((byte)' '));
        row.ReceiverId = Kept(segment[8].TrimEnd((byte)' '));
        row.Usage = segment[15].Length == 1 ? segment[15][0] : (ushort)0;
        row.Delimiters = segment.Delimiters.Packed;
        _open = OpenRows.None with { Interchange = _rows.InterchangeCount - 1 };
    }

    // Elements of a header have fixed lengths: what is blank is missing.
    private uint Kept(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : _rows.Texts.Add(text);

    /// <summary>Ends what is open where the trailers are missing.</summary>
    private void LeaveInterchange(SourceSpan at)
    {
        if (_place == Place.Outside)
            return;
        CommitCoverage();
        Report(FaultKind.MissingSegment, at with { Length = 0 }, expected: MissingTrailers);
        _place = Place.Outside;
    }

    private void SkipOutside()
    {
        _source.StepBack();
        if (!_source.FindHeader())
            _ended = true;
        ReportOutside();
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
        CheckTrailer(segment, _interchange);
    }
}
