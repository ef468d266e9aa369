using System.Buffers.Binary;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Numbers and dates as X12 writes them.</summary>
internal static class X12Values
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private const int DateLength = 8;
    private const int Digits = 8;
    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const ulong HighHalves = 0xF0F0_F0F0_F0F0_F0F0;

    // So many digits fit into 64 bits whatever they are.
    private const int MostDigits = 18;

    /// <summary>Reads a decimal number (type R) into a packed one.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, out ulong packed)
    {
        packed = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        var digits = 0L;
        var point = -1;
        var first = negative ? 1 : 0;
        // Zeros before the number are no digits of it.
        while (first < text.Length - 1 && text[first] == (byte)'0')
            first++;
        for (var i = first; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
                digits = digits * 10 + digit;
            else if (text[i] == (byte)'.' && point < 0)
                point = i;
            else
                return false;
        }

        // A sign or a point alone is no number; behind the point zeros count, so that what is too long for 64 bits is never kept.
        var count = text.Length - first - (point < 0 ? 0 : 1);
        var hasDigits = count > 0 || (first > 0 && text[first - 1] == (byte)'0');
        return hasDigits && count <= MostDigits && PackedNumber.TryPack(negative ? -digits : digits, point < 0 ? 0 : text.Length - 1 - point, out packed);
    }

    /// <summary>Reads one to eight digits of a block without a branch on their number, where the block goes on behind them; false for others.</summary>
    public static bool TryDigits(ReadOnlySpan<byte> block, int start, int length, out uint number)
    {
        number = 0;
        if (length is < 1 or > Digits || start > block.Length - Digits)
            return false;
        // The digits stand at the end of eight, zeros before them.
        var before = (Digits - length) * 8;
        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(block[start..]) << before | Zeros & ~(ulong.MaxValue << before);
        if (!AreDigits(bytes))
            return false;
        var pairs = Pairs(bytes);
        var fours = pairs * 100 + (pairs >> 16);
        number = (uint)(fours & 0xFFFF) * 10_000 + (uint)(fours >> 32 & 0xFFFF);
        return true;
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
        return text.Length == DateLength && TryDate(BinaryPrimitives.ReadUInt64LittleEndian(text), out packed);
    }

    /// <summary>The same of the eight bytes, the first lowest.</summary>
    public static bool TryDate(ulong bytes, out int packed)
    {
        packed = 0;
        if (!AreDigits(bytes))
            return false;
        var pairs = Pairs(bytes);
        var (year, month, day) = ((int)(pairs & 0xFF) * 100 + (int)(pairs >> 16 & 0xFF), (int)(pairs >> 32 & 0xFF), (int)(pairs >> 48));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        packed = PackedDate.Pack(new DateOnly(year, month, day));
        return true;
    }

    // All eight at once: a byte that is no digit has a high half other than 3, or one beyond 9 once 6 is added.
    private static bool AreDigits(ulong bytes) => (bytes & HighHalves) == Zeros && (bytes + 0x0606_0606_0606_0606 & HighHalves) == Zeros;

    /// <summary>Of eight digits each two as a number, in the lower of their bytes.</summary>
    private static ulong Pairs(ulong bytes)
    {
        bytes -= Zeros;
        return bytes * 10 + (bytes >> 8) & 0x00FF_00FF_00FF_00FF;
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
