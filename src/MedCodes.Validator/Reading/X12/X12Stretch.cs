namespace MedCodes.Validator.Reading.X12;

/// <summary>Bytes of a file that are cut into segments anew, from where one starts.</summary>
internal ref struct X12Stretch
{
    /// <summary>How many ends of elements are asked room for; elements behind them are left out.</summary>
    public const int Elements = 64;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _offset;
    private readonly X12Delimiters _delimiters;
    private readonly bool _isLast;
    private readonly Span<int> _ends;
    private int _place;

    /// <summary>Begins at the first byte.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where they start in the file.</param>
    /// <param name="delimiters">What they are cut by.</param>
    /// <param name="isLast">Whether the file ends with them, so that a segment without a terminator is one.</param>
    /// <param name="ends">Room for the ends of a segment's elements.</param>
    public X12Stretch(ReadOnlySpan<byte> bytes, long offset, X12Delimiters delimiters, bool isLast, Span<int> ends)
    {
        _bytes = bytes;
        _offset = offset;
        _delimiters = delimiters;
        _isLast = isLast;
        _ends = ends;
    }

    /// <summary>The next segment, until another is asked for; false where the bytes hold no whole one.</summary>
    public bool TryNext(out X12Segment segment)
    {
        segment = default;
        var rest = _bytes[_place..];
        _place += rest.Length - rest.TrimStart(" \t\r\n\u001a"u8).Length;
        rest = _bytes[_place..];
        var length = rest.IndexOf(_delimiters.Terminator);
        if (rest.IsEmpty || (length < 0 && !_isLast))
            return false;
        var whole = length < 0 ? rest : rest[..length];
        segment = new X12Segment(whole, _ends, Cut(whole), 0, _offset + _place, _delimiters);
        _place = length < 0 ? _bytes.Length : _place + length + 1;
        return true;
    }

    private readonly int Cut(ReadOnlySpan<byte> segment)
    {
        var count = 0;
        for (var i = 0; i < segment.Length && count < _ends.Length - 1; i++)
        {
            if (segment[i] == _delimiters.Element)
                _ends[count++] = i;
        }

        _ends[count++] = segment.Length;
        return count;
    }
}
