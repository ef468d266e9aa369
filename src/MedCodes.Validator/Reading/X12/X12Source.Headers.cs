namespace MedCodes.Validator.Reading.X12;

/// <summary>Interchange headers, which say by which bytes the rest is cut.</summary>
internal sealed partial class X12Source
{
    private bool _hasDelimiters;

    /// <summary>Whether the last header had its fixed length.</summary>
    public bool HeaderHasRightLength { get; private set; }

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
            Looked += place < 0 ? _end - _start : place;
            if (place < 0)
            {
                // An ISA may lie across the end of the buffer.
                GoTo(_atEnd ? _end : Math.Max(_start, _end - 2));
                if (!_atEnd)
                    continue;
                Span = Between(from, Offset);
                return false;
            }

            GoTo(_start + place);
            Fill(X12Header.LongestDamaged);
            if (IsHeader())
            {
                Span = Between(from, Offset);
                return true;
            }

            GoTo(_start + 1);
        }
    }

    private bool IsHeader() =>
        X12Header.TryRead(_buffer.AsSpan(_start, _end - _start), out var delimiters, out _) && delimiters.AreUsable;

    private X12Step NextHeader()
    {
        Fill(X12Header.LongestDamaged);
        var read = X12Header.TryRead(_buffer.AsSpan(_start, _end - _start), out var delimiters, out var isRightLength);
        if (!read || !delimiters.AreUsable)
        {
            Span = new(Offset, Math.Min(X12Header.Length, _end - _start));
            GoTo(_start + 3);
            return X12Step.BadHeader;
        }

        // What was found by the same delimiters holds on; many small interchanges would otherwise be looked through again and again.
        if (!_hasDelimiters || delimiters.Element != Delimiters.Element || delimiters.Terminator != Delimiters.Terminator)
            GoTo(_start);
        HeaderHasRightLength = isRightLength;
        Delimiters = delimiters;
        _hasDelimiters = true;
        var step = NextSegment();
        return step == X12Step.Segment ? X12Step.Header : step;
    }
}
