using System.Runtime.CompilerServices;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Segments that are found already: nearly all are taken without another look at the stream.</summary>
internal sealed partial class X12Source
{
    /// <summary>The bytes in hand; others once the source goes on.</summary>
    public ReadOnlySpan<byte> Block => _buffer;

    /// <summary>Goes to the next segment where that is found already; false where <see cref="Next"/> must look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNext(out X12Segment segment)
    {
        if (!TryPeek(0, out var place))
        {
            segment = default;
            return false;
        }

        Take(1);
        _segmentStart = place.Start;
        segment = new(_buffer, _marks.AsSpan(place.First), place.Count, place.Start, _bufferOffset + place.Start, Delimiters);
        return true;
    }

    /// <summary>Where a segment stands that is found already; false where it is not, where it may be a header, and where it is too long.</summary>
    /// <param name="ahead">How many stand before it.</param>
    /// <param name="place">Where it stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPeek(int ahead, out X12Place place)
    {
        place = default;
        var segment = _segment + ahead;
        if (segment >= _segmentCount)
            return false;
        var before = ahead == 0 ? _mark - 1 : _segments[segment - 1];
        var start = ahead == 0 ? _start : _marks[before] + 1;
        if (_buffer[start] <= (byte)' ')
            start = BehindBreak(start);
        var last = _segments[segment];
        place = new(start, before + 1, last - before);
        return _buffer[start] is > (byte)' ' and not (byte)'I' && _marks[last] - start <= LongestSegment;
    }

    /// <summary>Takes so many of the segments that were found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(int count)
    {
        _segment += count;
        var last = _segments[_segment - 1];
        _start = _marks[last] + 1;
        _mark = last + 1;
    }

    /// <summary>Where the elements of a segment end in the bytes in hand, the id first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<int> EndsOf(in X12Place place) => _marks.AsSpan(place.First, place.Count);

    /// <summary>A segment that is found already, until the source goes on.</summary>
    public X12Segment At(in X12Place place) => new(_buffer, _marks.AsSpan(place.First), place.Count, place.Start, OffsetOf(place), Delimiters);

    /// <summary>Where a segment starts in the file.</summary>
    public long OffsetOf(in X12Place place) => _bufferOffset + place.Start;

    /// <summary>Where a segment stands in the file.</summary>
    public SourceSpan SpanOf(in X12Place place) => new(OffsetOf(place), _marks[place.First + place.Count - 1] - place.Start);

    // A segment ends before what was found ends, so that a byte that is no blank follows, unless blanks are delimiters.
    private int BehindBreak(int start)
    {
        if (Delimiters.Terminator > (byte)' ' && Delimiters.Element > (byte)' ')
        {
            while (_buffer[start] is (byte)'\r' or (byte)'\n')
                start++;
        }

        return start;
    }
}
