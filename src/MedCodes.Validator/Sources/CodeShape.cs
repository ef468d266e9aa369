namespace MedCodes.Validator.Sources;

/// <summary>
/// Whether what stands in the place of a code or an amount is one. Where an element is left out or a terminator is lost, anything can
/// stand anywhere: what could be a name or a number of a person is none, wherever it stands.
/// </summary>
internal static class CodeShape
{
    // A code with its parts, an amount or a provider's number is no longer; a longer text in its place is something else.
    private const int Longest = 20;

    // A name has letters in a row and a number of a person digits; codes and amounts of claims have fewer.
    private const int LettersOfName = 3;
    private const int DigitsOfNumber = 7;

    // The longest codes that mix letters and digits are those of diagnoses; ids of members mix more of them.
    private const int LongestMixed = 7;
    private const int LengthOfTaxonomy = 10;

    /// <summary>Whether a text may be a name or a number of a person.</summary>
    public static bool MayIdentify(ReadOnlySpan<byte> text) =>
        text.Length > Longest || HasName(text) || HasNumber(text) || (IsMixed(text) && !IsTaxonomy(text));

    /// <summary>Whether a text has as many letters in a row as a name.</summary>
    public static bool HasName(ReadOnlySpan<byte> text)
    {
        var run = 0;
        foreach (var b in text)
        {
            run = IsLetter(b) ? run + 1 : 0;
            if (run == LettersOfName)
                return true;
        }

        return false;
    }

    // A person's number may be written in groups; one point is that of an amount, and other signs part what an element is made of.
    private static bool HasNumber(ReadOnlySpan<byte> text)
    {
        var run = 0;
        var joinsPoints = JoinsPoints(text);
        foreach (var b in text)
        {
            if (Joins(b, joinsPoints))
                continue;
            run = char.IsAsciiDigit((char)b) ? run + 1 : 0;
            if (run == DigitsOfNumber)
                return true;
        }

        return false;
    }

    private static bool IsMixed(ReadOnlySpan<byte> text)
    {
        var (run, letters) = (0, 0);
        var joinsPoints = JoinsPoints(text);
        foreach (var b in text)
        {
            if (Joins(b, joinsPoints))
                continue;
            if (IsLetter(b))
                (run, letters) = (run + 1, letters + 1);
            else
                (run, letters) = char.IsAsciiDigit((char)b) ? (run + 1, letters) : (0, 0);
            if (run > LongestMixed && letters > 0)
                return true;
        }

        return false;
    }

    private static bool JoinsPoints(ReadOnlySpan<byte> text) => text.Count((byte)'.') > 1;

    private static bool Joins(byte b, bool joinsPoints) => b is (byte)'-' or (byte)'/' or (byte)' ' || (b == '.' && joinsPoints);

    private static bool IsTaxonomy(ReadOnlySpan<byte> text) =>
        text.Length == LengthOfTaxonomy && char.IsAsciiDigit((char)text[0]) && text[^1] == 'X';

    private static bool IsLetter(byte b) => char.IsAsciiLetter((char)b) || b >= 128;
}
