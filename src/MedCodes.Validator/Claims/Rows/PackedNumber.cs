namespace MedCodes.Validator.Claims.Rows;

/// <summary>Decimal numbers in 64 or 32 bits: the digits as an integer, the number of decimals, and one bit for "present".</summary>
internal static class PackedNumber
{
    private const int MaxScale = 15;
    private const long MaxDigits = (1L << 58) - 1;
    private const long MaxShortDigits = (1L << 26) - 1;
    private const int MaxShortScale = 7;

    /// <summary>Packs a whole number.</summary>
    public static ulong Whole(uint number) => (ulong)number << 5 | 1;

    /// <summary>Packs a number; false where it has more digits than 58 bits hold.</summary>
    public static bool TryPack(long digits, int scale, out ulong packed)
    {
        packed = (ulong)digits << 5 | (uint)scale << 1 | 1;
        return digits is <= MaxDigits and >= -MaxDigits && scale is >= 0 and <= MaxScale;
    }

    public static bool TryPack(decimal number, out ulong packed)
    {
        packed = 0;
        var scale = number.Scale;
        var digits = number;
        for (var i = 0; i < scale; i++)
        {
            if (digits > MaxDigits || digits < -MaxDigits)
                return false;
            digits *= 10;
        }

        return digits is <= MaxDigits and >= -MaxDigits && TryPack((long)digits, scale, out packed);
    }

    public static decimal? Unpack(ulong packed)
    {
        if (packed == 0)
            return null;
        var digits = (long)packed >> 5;
        var scale = (byte)(packed >> 1 & MaxScale);
        var size = (ulong)Math.Abs(digits);
        return new decimal((int)size, (int)(size >> 32), 0, digits < 0, scale);
    }

    /// <summary>Packs into 32 bits what most units of service need; false where the number needs 64.</summary>
    public static bool TryShorten(ulong packed, out uint brief)
    {
        var digits = (long)packed >> 5;
        var scale = (uint)(packed >> 1 & MaxScale);
        brief = packed == 0 ? 0 : (uint)(digits << 4) | scale << 1 | 1;
        return packed == 0 || (digits is <= MaxShortDigits and >= -MaxShortDigits && scale <= MaxShortScale);
    }

    public static ulong Lengthen(uint brief) =>
        brief == 0 ? 0 : (ulong)((long)((int)brief >> 4) << 5) | (brief >> 1 & MaxShortScale) << 1 | 1;
}
