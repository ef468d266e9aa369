using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine;

/// <summary>
/// Whether what a claim has in the place of a code can be one. A name or a person's number that was written there by mistake is as
/// private as in its own place.
/// </summary>
internal static class CodeShape
{
    private const int Longest = 18;

    // A name has letters in a row and a person's number digits; codes have fewer, but for the two kinds of number below.
    private const int LettersOfName = 3;
    private const int DigitsOfNumber = 7;
    private const int DigitsOfNpi = 10;
    private const int DigitsOfNdc = 11;

    /// <summary>Whether a value is made of codes only; what has no text holds nothing to hide.</summary>
    public static bool Fits(Value value) => value switch
    {
        // A group with its specialty is written as two codes.
        Value.Text text => text.Written.Split('/').All(FitsOne),
        Value.List list => list.Items.All(Fits),
        _ => true,
    };

    private static bool FitsOne(string written)
    {
        var (letters, digits, longestLetters, longestDigits) = (0, 0, 0, 0);
        foreach (var character in written)
        {
            // Signs between digits do not part a number.
            if (char.IsLetter(character))
                (letters, digits) = (letters + 1, 0);
            else if (char.IsDigit(character))
                (letters, digits) = (0, digits + 1);
            longestLetters = Math.Max(longestLetters, letters);
            longestDigits = Math.Max(longestDigits, digits);
        }

        var isNumber = written.Length is DigitsOfNpi or DigitsOfNdc && longestDigits == written.Length;
        return written.Length <= Longest && (longestLetters < LettersOfName || IsQualifier(written)) && (longestDigits < DigitsOfNumber || isNumber);
    }

    // Lists of diagnoses and providers are named by three letters.
    private static bool IsQualifier(string written) => written is ['A' or 'B' or 'P', 'A' or 'B' or 'D' or 'P' or 'X', >= 'A' and <= 'Z'];
}
