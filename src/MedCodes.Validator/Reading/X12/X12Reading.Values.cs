using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Values out of elements. What is there and cannot be kept is a fault, and the field is marked as unreadable.</summary>
internal sealed partial class X12Reading
{
    private ulong _tooLong;

    // The day read last, as it was written.
    private ulong _dayText;
    private int _day;

    /// <summary>A text that is kept whole, whose length was checked with its segment.</summary>
    private uint Text(in X12Segment segment, int element, Target target, bool repeats = true)
    {
        if (segment.IsEmpty(element))
            return 0;
        if (IsTooLong(element))
        {
            MarkUnreadable(target);
            return 0;
        }

        return repeats ? segment.AddTo(_rows.Texts, element) : _rows.Texts.AddNew(segment[element]);
    }

    /// <summary>A short text; its fault was reported with its segment where it stands alone in its element.</summary>
    private ulong Short(in X12Segment segment, int element, int longest, Target target, int component = 0)
    {
        if (component != 0)
            return Short(segment, element, segment.Component(element, component), longest, target, component);
        if (segment.TryPack(element, longest, out var packed))
            return packed;
        return Short(segment, element, segment[element], longest, target, component);
    }

    private ulong Short(in X12Segment segment, int element, ReadOnlySpan<byte> text, int longest, Target target, int component)
    {
        if (text.Length <= longest && PackedText.TryPack(text, out var packed))
            return packed;
        if (component != 0 || !IsTooLong(element))
            Report(FaultKind.ElementTooLong, segment, element, $"at most {longest} characters", component);
        MarkUnreadable(target);
        return 0;
    }

    private ulong Number(in X12Segment segment, int element, Target target)
    {
        // Most are a few digits.
        if (segment.TryDigits(element, out var digits) && !IsTooLong(element))
            return PackedNumber.Whole(digits);
        var text = segment[element];
        if (text.IsEmpty)
            return 0;
        if (IsTooLong(element))
        {
            MarkUnreadable(target);
            return 0;
        }

        if (X12Values.TryNumber(text, out var packed))
            return packed;
        Report(FaultKind.InvalidNumber, segment, element, "a number");
        MarkUnreadable(target);
        return 0;
    }

    /// <summary>A date or range whose format stands in the element before; the last day is 0 where only one is given.</summary>
    private (int From, int Through) Period(in X12Segment segment, int element, Target target)
    {
        // Lines of a claim share their day, and claims of a batch few of them.
        if (segment.Code(element - 1) == X12Qualifier.Day && segment.TryEight(element, out var bytes))
        {
            if (_day != 0 && bytes == _dayText)
                return (_day, 0);
            if (X12Values.TryDate(bytes, out var day))
            {
                (_dayText, _day) = (bytes, day);
                return (day, 0);
            }
        }

        var format = segment[element - 1];
        var text = segment[element];
        if (text.IsEmpty)
        {
            Report(FaultKind.MissingElement, segment, element, "a date");
            return default;
        }

        if (IsTooLong(element))
            MarkUnreadable(target);
        if (IsTooLong(element) || format.SequenceEqual("TM"u8))
            return default;
        if (!format.SequenceEqual("D8"u8) && !format.SequenceEqual("RD8"u8) && !format.SequenceEqual("DT"u8))
        {
            Report(FaultKind.UnknownQualifier, segment, element - 1, "D8, RD8 or DT");
            MarkUnreadable(target);
            return default;
        }

        if (X12Values.TryPeriod(format, text, out var from, out var through))
            return (from, through);

        Report(FaultKind.InvalidDate, segment, element, format.SequenceEqual("RD8"u8) ? "CCYYMMDD-CCYYMMDD" : "CCYYMMDD");
        MarkUnreadable(target);
        return default;
    }

    private void Require(in X12Segment segment, int element, string expected, int component = 0)
    {
        if (component == 0 ? segment.IsEmpty(element) : segment.Component(element, component).IsEmpty)
            Report(FaultKind.MissingElement, segment, element, expected, component);
    }

    private void ReportTooLong(in X12Segment segment)
    {
        var lengths = X12Lengths.Of(X12Kinds.Of(segment.Id));
        for (var element = 1; element <= lengths.Length; element++)
        {
            if (IsTooLong(element))
                Report(FaultKind.ElementTooLong, segment, element, $"at most {lengths[element - 1]} characters");
        }
    }

    /// <summary>Whether an element of the segment in hand is longer than it may be, which is reported once for the segment.</summary>
    private bool IsTooLong(int element) => (_tooLong >> element & 1) != 0;
}
