using System.Buffers.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Dates without separators, as numbers that stores hold.</summary>
internal static class CompactDate
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>Reads YYYYMMDD; false where it is no day.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out int packed)
    {
        packed = 0;
        if (text.Length != 8 || !TryNumber(text, out var number))
            return false;
        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        packed = PackedDate.Pack(new DateOnly(year, month, day));
        return true;
    }

    /// <summary>Reads YYYYDDD, the year and the day of it; false where it is no day.</summary>
    public static bool TryParseDayOfYear(ReadOnlySpan<byte> text, out int packed)
    {
        packed = 0;
        if (text.Length != 7 || !TryNumber(text, out var number))
            return false;
        var (year, day) = (number / 1000, number % 1000);
        if (year is < FirstYear or > LastYear || day < 1 || day > (DateTime.IsLeapYear(year) ? 366 : 365))
            return false;
        packed = PackedDate.Pack(new DateOnly(year, 1, 1).AddDays(day - 1));
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int number) =>
        Utf8Parser.TryParse(text, out number, out var read) && read == text.Length && number >= 0 && !text.StartsWith("+"u8);
}
