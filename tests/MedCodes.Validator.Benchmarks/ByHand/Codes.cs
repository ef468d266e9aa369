using System.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>Forms and lists of codes as somebody writes them who writes the checks alone, on codes as claims hold them.</summary>
internal static class Codes
{
    public static ulong Xx { get; } = Of("XX");

    public static ulong Hc { get; } = Of("HC");

    public static ulong Un { get; } = Of("UN");

    public static ulong Rt { get; } = Of("RT");

    public static ulong Lt { get; } = Of("LT");

    public static ulong Primary { get; } = Of("P");

    public static ulong Of(string text) => PackedText.TryPack(Encoding.UTF8.GetBytes(text), out var packed) ? packed : throw new ArgumentException("Longer than a code.", nameof(text));

    /// <summary>The first character.</summary>
    public static byte First(ulong code) => (byte)code;

    /// <summary>A character by its place, from 0; 0 behind the last.</summary>
    public static byte At(ulong code, int place) => (byte)(code >> place * 8);

    public static int LengthOf(ulong code)
    {
        var length = 0;
        for (; code != 0; code >>= 8)
            length++;
        return length;
    }

    public static bool IsProcedure(ulong code)
    {
        if (LengthOf(code) != 5 || !AreDigits(code, 1, 4))
            return false;
        var (first, last) = (First(code), At(code, 4));
        return IsDigit(first) ? IsDigit(last) || last is (byte)'A' or (byte)'F' or (byte)'M' or (byte)'T' or (byte)'U' : first is >= (byte)'A' and <= (byte)'V' && IsDigit(last);
    }

    public static bool IsDiagnosis(ulong code)
    {
        var length = LengthOf(code);
        var (first, third) = (First(code), At(code, 2));
        if (length is < 3 or > 7 || first is < (byte)'A' or > (byte)'Z' || !IsDigit(At(code, 1)))
            return false;
        if (!(first == 'U' ? IsLetterOrDigit(third) : IsDigit(third) || third is (byte)'A' or (byte)'B'))
            return false;
        for (var place = 3; place < length; place++)
        {
            if (!IsLetterOrDigit(At(code, place)))
                return false;
        }

        return true;
    }

    public static bool IsModifier(ulong code) => LengthOf(code) == 2 && IsLetterOrDigit(First(code)) && IsLetterOrDigit(At(code, 1));

    private static bool AreDigits(ulong code, int from, int end)
    {
        for (var place = from; place < end; place++)
        {
            if (!IsDigit(At(code, place)))
                return false;
        }

        return true;
    }

    private static bool IsDigit(byte letter) => letter is >= (byte)'0' and <= (byte)'9';

    private static bool IsLetterOrDigit(byte letter) => IsDigit(letter) || letter is >= (byte)'A' and <= (byte)'Z';
}
