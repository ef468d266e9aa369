using System.Buffers;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The bytes in hand, and where separators and terminators stand in them.</summary>
internal sealed partial class X12Source
{
    // Looked through at a time: few enough bytes that their marks are still in the nearest cache when their segments are read.
    private const int Stretch = 1 << 14;

    // After a jump the stretches begin small, because a jump may follow soon: interchanges whose delimiters differ can be short.
    private const int FirstStretch = 1 << 8;
    private readonly Stream _stream;
    private readonly int[] _marks;
    private readonly int[] _segments;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private long _bufferOffset;
    private bool _atEnd;
    private long _left = long.MaxValue;

    // Marks are known up to here; those before the next segment are used up.
    private int _scanned;
    private int _stretch = FirstStretch;
    private int _markCount;
    private int _mark;
    private int _segmentCount;
    private int _segment;

    /// <summary>How many bytes were looked at for separators and headers; no more than a few times those of the file, whatever it holds.</summary>
    public long Looked { get; private set; }

    /// <summary>Whether all bytes that may be read were read, so that its end may not be that of the file.</summary>
    public bool IsCutOff => _left == 0;

    /// <summary>The first bytes not yet read.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        Fill(count);
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>Passes over bytes that were seen.</summary>
    public void Skip(int count) => GoTo(_start + count);

    /// <summary>Goes to a place in the buffer and forgets what was found behind it.</summary>
    private void GoTo(int place)
    {
        _start = place;
        _scanned = place;
        _stretch = FirstStretch;
        _markCount = 0;
        _mark = 0;
        _segmentCount = 0;
        _segment = 0;
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
        }

        if (_end == _buffer.Length)
            Enlarge();
        var read = _stream.Read(_buffer, _end, (int)Math.Min(_buffer.Length - _end, _left));
        _left -= read;
        _end += read;
        _atEnd = read == 0;
        if (_start > 0)
            GoTo(0);
        return read > 0;
    }

    private void Enlarge()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>Finds the marks of the next stretch. Every segment before it is used up, but for the start of the one that goes on in it.</summary>
    private void Scan()
    {
        var begun = _markCount - _mark;
        _marks.AsSpan(_mark, begun).CopyTo(_marks);
        var length = Math.Min(_stretch, _end - _scanned);
        _stretch = Math.Min(_stretch * 2, Stretch);
        (_markCount, _segmentCount) = X12Marks.Find(
            _buffer.AsSpan(_scanned, length), Delimiters.Element, Delimiters.Terminator, _scanned, _marks, begun, _segments, 0);
        _mark = 0;
        _segment = 0;
        _scanned += length;
        Looked += length;
    }
}
