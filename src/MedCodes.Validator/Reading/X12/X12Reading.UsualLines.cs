using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Lines as nearly all are written: LX, SV1 and the day, one behind the other and nothing wrong with them. They are half of a file, so they
/// are taken together. Every other line is left to the readers of its segments, which say what is wrong with it.
/// </summary>
internal sealed partial class X12Reading
{
    private const int LongestLineNumber = 6;

    /// <summary>Takes the line that begins with a segment, and those behind it; false where the segment must be taken by itself.</summary>
    private bool TryTakeUsualLines(in X12Segment number)
    {
        if (_tooLong != 0 || _level < Level.Claim || IsInstitutional || (_level >= Level.Line && (_seen & Seen.Service) == 0))
            return false;
        var block = _source.Block;
        if (!number.TryDigits(1, out var digits) || !TryTakeUsualLine(block, number.Offset, digits))
            return false;
        while (_source.TryPeek(0, out var next) && IsLineNumber(block, next, out digits)
            && TryTakeUsualLine(block, _source.OffsetOf(next), digits, ahead: 1))
        {
        }

        return true;
    }

    private bool IsLineNumber(ReadOnlySpan<byte> block, in X12Place place, out uint number)
    {
        number = 0;
        if (place.Count != 2)
            return false;
        var ends = _source.EndsOf(place);
        var length = ends[1] - ends[0] - 1;
        return X12Id.Of(block, place.Start, ends[0]) == X12Id.Lx && length <= LongestLineNumber
            && X12Values.TryDigits(block, ends[0] + 1, length, out number);
    }

    /// <summary>Takes the segments behind LX, which itself is so many ahead.</summary>
    private bool TryTakeUsualLine(ReadOnlySpan<byte> block, long offset, uint number, int ahead = 0)
    {
        if (number >= ushort.MaxValue
            || !_source.TryPeek(ahead, out var service)
            || !X12UsualLine.TryRead(block, service.Start, _source.EndsOf(service), _source.Delimiters.Component, out var usual)
            || !PackedNumber.TryShorten(PackedNumber.Whole(usual.Units), out var units))
        {
            return false;
        }

        _level = Level.Line;
        _name = Name.None;
        _linesOfClaim++;
        _adjudicationsOfLine = 0;
        _seen |= Seen.Service;
        _once = Once.None;
        _named = 0;
        _service = _source.SpanOf(service);
        ref var line = ref _rows.AddLine(offset);
        line.Number = (ushort)(number + 1);
        line.Qualifier = usual.Qualifier;
        line.Code = usual.Code;
        line.Modifiers = usual.Modifiers;
        line.Charge = PackedNumber.Whole(usual.Charge);
        line.Unit = usual.Unit;
        line.Units = units;
        line.Place = usual.Place;
        line.Pointers = usual.Pointers;
        var taken = ahead + 1;
        if (_source.TryPeek(taken, out var date) && IsServiceDay(block, date, out var day))
        {
            line.Date = day;
            _once = Once.ServiceDate;
            taken++;
        }

        _source.Take(taken);
        _segments += taken;
        return true;
    }

    /// <summary>Whether a segment is "DTP*472*D8*20240701" with a day that there is.</summary>
    private bool IsServiceDay(ReadOnlySpan<byte> block, in X12Place place, out int day)
    {
        day = 0;
        if (place.Count != 4)
            return false;
        var ends = _source.EndsOf(place);
        if (X12Id.Of(block, place.Start, ends[0]) != X12Id.Dtp || X12Id.Of(block, ends[0] + 1, ends[1]) != X12Qualifier.Service
            || X12Id.Of(block, ends[1] + 1, ends[2]) != X12Qualifier.Day || ends[3] - ends[2] != sizeof(ulong) + 1)
        {
            return false;
        }

        var text = System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(block[(ends[2] + 1)..]);
        if (_day == 0 || text != _dayText)
        {
            if (!X12Values.TryDate(text, out day))
                return false;
            (_dayText, _day) = (text, day);
        }

        day = _day;
        return true;
    }
}
