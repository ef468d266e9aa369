using System.Buffers;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What <see cref="X12Source.Next"/> came to.</summary>
internal enum X12Step
{
    /// <summary>A whole segment.</summary>
    Segment = 1,

    /// <summary>An ISA segment whose delimiters are now in force.</summary>
    Header,

    /// <summary>An ISA segment whose delimiters cannot be read or used; it was skipped.</summary>
    BadHeader,

    /// <summary>More bytes than a segment can have; they were skipped up to the next terminator.</summary>
    TooLong,

    /// <summary>Bytes at the end of the file that no terminator follows.</summary>
    Unfinished,

    /// <summary>The end of the file.</summary>
    End,
}

/// <summary>Cuts a stream of bytes into segments, with a buffer of fixed size.</summary>
internal sealed class X12Source : IDisposable
{
    private const int LongestSegment = 1 << 16;
    private readonly Stream _stream;
    private byte[] _buffer;
    private int[] _marks;
    private int[] _segments;
    private int _start;
    private int _end;
    private long _bufferOffset;
    private int _markCount;
    private int _mark;
    private int _segmentCount;
    private int _segment;
    private bool _hasDelimiters;
    private bool _atEnd;
    private int _segmentStart;
    private int _segmentEnd;
    private int _firstMark;
    private int _elements;

    public X12Source(Stream stream, int bufferSize)
    {
        _stream = stream;
        _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        _marks = ArrayPool<int>.Shared.Rent(_buffer.Length + 1);
        _segments = ArrayPool<int>.Shared.Rent(_buffer.Length + 1);
    }

    public X12Delimiters Delimiters { get; private set; }

    /// <summary>Whether the last header had its fixed length.</summary>
    public bool HeaderHasRightLength { get; private set; }

    /// <summary>The offset of the next byte to be read.</summary>
    public long Offset => _bufferOffset + _start;

    /// <summary>The bytes that the last step came to.</summary>
    public SourceSpan Span { get; private set; }

    public X12Segment Current => new(
        _buffer.AsSpan(_segmentStart, _segmentEnd - _segmentStart), _marks.AsSpan(_firstMark, _elements), _segmentStart,
        _bufferOffset + _segmentStart, Delimiters);

    /// <summary>Goes to the next segment.</summary>
    public X12Step Next()
    {
        SkipBlanks();
        if (_start == _end)
            return X12Step.End;
        if (_end - _start < 4)
            Fill(4);
        if (_buffer[_start] == (byte)'I' && X12Header.Begins(_buffer.AsSpan(_start, _end - _start)))
            return NextHeader();
        return _hasDelimiters ? NextSegment() : X12Step.End;
    }

    /// <summary>Goes to the next place where an interchange header can be read. What was passed over, blanks aside, is <see cref="Span"/>.</summary>
    /// <returns>False where there is none; then everything up to the end was passed over.</returns>
    public bool FindHeader()
    {
        SkipBlanks();
        var from = Offset;
        while (true)
        {
            Fill(X12Header.LongestDamaged);
            var place = _buffer.AsSpan(_start, _end - _start).IndexOf("ISA"u8);
            if (place < 0)
            {
                // An ISA may lie across the end of the buffer.
                _start = _atEnd ? _end : Math.Max(_start, _end - 2);
                if (!_atEnd)
                    continue;
                Span = Between(from, Offset);
                return false;
            }

            _start += place;
            Fill(X12Header.LongestDamaged);
            if (IsHeader())
            {
                Span = Between(from, Offset);
                SyncMarks();
                return true;
            }

            _start++;
        }
    }

    /// <summary>The first bytes not yet read.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        Fill(count);
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Passes over bytes that were seen.</summary>
    public void Skip(int count)
    {
        _start += count;
        SyncMarks();
    }

    /// <summary>Takes another byte as the one between components, up to the next header.</summary>
    public void UseComponent(byte component) => Delimiters = Delimiters with { Component = component };

    /// <summary>Goes back to the start of the segment that the last step came to.</summary>
    public void StepBack()
    {
        _start = _segmentStart;
        Rescan();
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        ArrayPool<int>.Shared.Return(_marks);
        ArrayPool<int>.Shared.Return(_segments);
        _stream.Dispose();
    }

    private static SourceSpan Between(long from, long to) => new(from, (int)Math.Min(to - from, int.MaxValue));

    private bool IsHeader() =>
        X12Header.TryRead(_buffer.AsSpan(_start, _end - _start), out var delimiters, out _) && delimiters.AreUsable;

    private X12Step NextHeader()
    {
        Fill(X12Header.LongestDamaged);
        var read = X12Header.TryRead(_buffer.AsSpan(_start, _end - _start), out var delimiters, out var isRightLength);
        if (!read || !delimiters.AreUsable)
        {
            Span = new(Offset, Math.Min(X12Header.Length, _end - _start));
            _start += 3;
            SyncMarks();
            return X12Step.BadHeader;
        }

        HeaderHasRightLength = isRightLength;
        Delimiters = delimiters;
        _hasDelimiters = true;
        Rescan();
        var step = NextSegment();
        return step == X12Step.Segment ? X12Step.Header : step;
    }

    private X12Step NextSegment()
    {
        while (true)
        {
            if (_segment < _segmentCount)
            {
                var last = _segments[_segment++];
                _firstMark = _mark;
                _elements = last + 1 - _mark;
                _segmentStart = _start;
                _segmentEnd = _marks[last];
                _start = _segmentEnd + 1;
                _mark = last + 1;
                Span = new(_bufferOffset + _segmentStart, _segmentEnd - _segmentStart);
                return Span.Length > LongestSegment ? X12Step.TooLong : X12Step.Segment;
            }

            if (_end - _start > LongestSegment)
                return SkipSegment();
            if (!Grow())
                return Unfinished();
        }
    }

    private X12Step Unfinished()
    {
        // The end of the file ends the last element.
        _marks[_markCount] = _end;
        _firstMark = _mark;
        _elements = _markCount + 1 - _mark;
        _segmentStart = _start;
        _segmentEnd = _end;
        Span = new(Offset, _end - _start);
        _start = _end;
        return X12Step.Unfinished;
    }

    private X12Step SkipSegment()
    {
        var from = Offset;
        while (true)
        {
            var place = _buffer.AsSpan(_start, _end - _start).IndexOf(Delimiters.Terminator);
            if (place >= 0)
            {
                Span = Between(from, Offset + place);
                Skip(place + 1);
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
        if (_start < _end && _buffer[_start] > (byte)' ')
            return;
        while (true)
        {
            // Line breaks and blanks between segments, and the end-of-file character of old systems.
            while (_start < _end && _buffer[_start] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or 0x1A)
                _start++;
            if (_start < _end)
                break;
            if (!Grow())
                break;
        }

        SyncMarks();
    }

    private void SyncMarks()
    {
        while (_mark < _markCount && _marks[_mark] < _start)
            _mark++;
        while (_segment < _segmentCount && _segments[_segment] < _mark)
            _segment++;
    }

    /// <summary>Reads on until so many bytes are there, or all there are.</summary>
    private void Fill(int count)
    {
        while (_end - _start < count && Grow())
        {
        }
    }

    /// <summary>Reads more behind what is not yet used up; false at the end of the stream.</summary>
    private bool Grow()
    {
        if (_atEnd)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Enlarge();
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        Rescan();
        return read > 0;
    }

    private void Enlarge()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        ArrayPool<int>.Shared.Return(_marks);
        ArrayPool<int>.Shared.Return(_segments);
        _buffer = larger;
        _marks = ArrayPool<int>.Shared.Rent(larger.Length + 1);
        _segments = ArrayPool<int>.Shared.Rent(larger.Length + 1);
    }

    private void Rescan()
    {
        _mark = 0;
        _segment = 0;
        (_markCount, _segmentCount) = _hasDelimiters
            ? X12Marks.Find(_buffer.AsSpan(_start, _end - _start), Delimiters.Element, Delimiters.Terminator, _start, _marks, _segments)
            : (0, 0);
    }
}
