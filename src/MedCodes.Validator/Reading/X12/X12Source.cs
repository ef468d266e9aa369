using System.Buffers;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Cuts a stream of bytes into segments, with a buffer of fixed size.</summary>
internal sealed partial class X12Source : IDisposable
{
    private const int LongestSegment = 1 << 16;
    private int _segmentStart;
    private int _firstMark;
    private int _elements;

    public X12Source(Stream stream, int bufferSize)
    {
        _stream = stream;
        _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        _marks = ArrayPool<int>.Shared.Rent(LongestSegment + 2 * Stretch + X12Marks.Spare);
        _segments = ArrayPool<int>.Shared.Rent(Stretch + X12Marks.Spare);
    }

    /// <summary>Goes on at a place where segments are cut by known delimiters.</summary>
    /// <param name="stream">The bytes from there on.</param>
    /// <param name="bufferSize">How many are read at a time.</param>
    /// <param name="offset">Where that is in the file.</param>
    /// <param name="delimiters">The delimiters.</param>
    /// <param name="most">How many bytes may be read, as if the file ended there.</param>
    public X12Source(Stream stream, int bufferSize, long offset, X12Delimiters delimiters, long most = long.MaxValue)
        : this(stream, bufferSize)
    {
        _bufferOffset = offset;
        _hasDelimiters = true;
        _left = most;
        Delimiters = delimiters;
    }

    public X12Delimiters Delimiters { get; private set; }

    /// <summary>The offset of the next byte to be read.</summary>
    public long Offset => _bufferOffset + _start;

    /// <summary>The bytes that the last step came to.</summary>
    public SourceSpan Span { get; private set; }

    public X12Segment Current => new(
        _buffer, _marks.AsSpan(_firstMark), _elements, _segmentStart, _bufferOffset + _segmentStart, Delimiters);

    /// <summary>Goes to the next segment.</summary>
    public X12Step Next()
    {
        if (_start == _end || _buffer[_start] <= (byte)' ')
            SkipBlanks();
        if (_start == _end)
            return X12Step.End;
        if (_buffer[_start] == (byte)'I')
        {
            Fill(4);
            if (X12Header.Begins(_buffer.AsSpan(_start, _end - _start)))
                return NextHeader();
        }

        return _hasDelimiters ? NextSegment() : X12Step.End;
    }

    /// <summary>Takes another byte as the one between components, up to the next header.</summary>
    public void UseComponent(byte component) => Delimiters = Delimiters with { Component = component };

    /// <summary>Goes back to the start of the segment that the last step came to.</summary>
    public void StepBack() => GoTo(_segmentStart);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        ArrayPool<int>.Shared.Return(_marks);
        ArrayPool<int>.Shared.Return(_segments);
        _stream.Dispose();
    }

    private static SourceSpan Between(long from, long to) => new(from, (int)Math.Min(to - from, int.MaxValue));

    private X12Step NextSegment()
    {
        while (_segment == _segmentCount)
        {
            if (_scanned - _start > LongestSegment)
                return SkipSegment();
            if (_scanned < _end)
                Scan();
            else if (!Grow() && _scanned == _end)
                return Unfinished();
        }

        var last = _segments[_segment++];
        _firstMark = _mark;
        _elements = last + 1 - _mark;
        _segmentStart = _start;
        _start = _marks[last] + 1;
        _mark = last + 1;
        Span = new(_bufferOffset + _segmentStart, _marks[last] - _segmentStart);
        return Span.Length > LongestSegment ? X12Step.TooLong : X12Step.Segment;
    }

    private X12Step Unfinished()
    {
        // The end of the file ends the last element.
        _marks[_markCount] = _end;
        _firstMark = _mark;
        _elements = _markCount + 1 - _mark;
        _segmentStart = _start;
        Span = new(Offset, _end - _start);
        _start = _end;
        return X12Step.Unfinished;
    }

    private X12Step SkipSegment()
    {
        var from = Offset;
        while (true)
        {
            Looked += _end - _start;
            var place = _buffer.AsSpan(_start, _end - _start).IndexOf(Delimiters.Terminator);
            if (place >= 0)
            {
                Span = Between(from, Offset + place);
                GoTo(_start + place + 1);
                return X12Step.TooLong;
            }

            _start = _end;
            if (!Grow())
            {
                Span = Between(from, Offset);
                return X12Step.TooLong;
            }
        }
    }

    private void SkipBlanks()
    {
        while (true)
        {
            // Line breaks and blanks between segments, and the end-of-file character of old systems.
            while (_start < _end && _buffer[_start] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or 0x1A)
                _start++;
            if (_start < _end || !Grow())
                break;
        }

        if (_start > _scanned)
            GoTo(_start);
        // A line break may be a delimiter of the interchange.
        while (_mark < _markCount && _marks[_mark] < _start)
            _mark++;
        while (_segment < _segmentCount && _segments[_segment] < _mark)
            _segment++;
    }
}
