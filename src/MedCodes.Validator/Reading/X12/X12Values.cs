using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Numbers and dates as X12 writes them.</summary>
internal static class X12Values
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const int DateLength = 8;

    // So many digits fit into 64 bits whatever they are.
    private const int MostDigits = 18;

    /// <summary>Reads a decimal number (type R) into a packed one.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out ulong packed)
    {
        packed = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        var digits = 0L;
        var count = 0;
        var scale = -1;
        foreach (var b in text[(negative ? 1 : 0)..])
        {
            if (b == (byte)'.' && scale < 0)
            {
                scale = 0;
                continue;
            }

            if (b is < (byte)'0' or > (byte)'9')
                return false;
            if (digits != 0 || b != (byte)'0')
                count++;
            if (count > MostDigits)
                return false;
            digits = digits * 10 + (b - '0');
            scale += scale < 0 ? 0 : 1;
        }

        // A sign or a point alone is no number.
        var hasDigits = text.ContainsAnyInRange((byte)'0', (byte)'9');
        return hasDigits && PackedNumber.TryPack(negative ? -digits : digits, Math.Max(scale, 0), out packed);
    }

    /// <summary>Reads a whole number of up to nine digits (type N0).</summary>
    public static bool TryCount(ReadOnlySpan<byte> text, out int count)
    {
        count = 0;
        if (text.IsEmpty || text.Length > 9)
            return false;
        foreach (var b in text)
        {
            if (b is < (byte)'0' or > (byte)'9')
                return false;
            count = count * 10 + (b - '0');
        }

        return true;
    }

    /// <summary>Reads a day written as eight digits (D8) into a packed one.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out int packed)
    {
        packed = 0;
        if (text.Length != DateLength || !TryCount(text, out var number))
            return false;
        var (year, month, day) = (number / 10000, number / 100 % 100, number % 100);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        packed = PackedDate.Pack(new DateOnly(year, month, day));
        return true;
    }

    /// <summary>Reads a date or range by its format: D8, RD8, or DT, whose time is dropped.</summary>
    /// <param name="format">The format qualifier.</param>
    /// <param name="text">The text.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day; 0 where only one is given.</param>
    public static bool TryPeriod(ReadOnlySpan<byte> format, ReadOnlySpan<byte> text, out int from, out int through)
    {
        from = 0;
        through = 0;
        if (format.SequenceEqual("D8"u8))
            return TryDate(text, out from);
        if (format.SequenceEqual("RD8"u8))
            return text.Length == 17 && text[8] == (byte)'-' && TryDate(text[..8], out from) && TryDate(text[9..], out through);
        return format.SequenceEqual("DT"u8) && text.Length is 12 or 14 && TryDate(text[..8], out from) && !text[8..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
