using System.Globalization;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Expands what code sets and coverage lists write: single codes and ranges such as <c>64490-64495</c> or <c>0213T-0218T</c>.</summary>
internal static class CodeRange
{
    // A range longer than this is a slip of the pen, not a list of codes.
    private const int Longest = 20_000;

    /// <summary>The codes written; null where the text is a range that cannot be one.</summary>
    public static IEnumerable<string>? Expand(string written)
    {
        var parts = written.Split('-');
        if (parts.Length == 1)
            return [written];
        if (parts is not [var first, var last] || first.Length != last.Length || first.Length == 0)
            return null;

        // The digits that count stand between a shared beginning and a shared end of letters.
        var start = first.TakeWhile(letter => !char.IsAsciiDigit(letter)).Count();
        var end = first.Length - first.Reverse().TakeWhile(letter => !char.IsAsciiDigit(letter)).Count();
        if (end <= start || first[..start] != last[..start] || first[end..] != last[end..])
            return null;
        if (!int.TryParse(first[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            || !int.TryParse(last[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            || high < low || high - low > Longest)
        {
            return null;
        }

        return Between(first.ToCharArray(), start, end - start, low, high);
    }

    // Ranges hold most of all codes, at every start: each is one text, written over the digits of the one before.
    private static IEnumerable<string> Between(char[] code, int start, int digits, int low, int high)
    {
        var shape = $"D{digits}";
        for (var number = low; number <= high; number++)
        {
            _ = number.TryFormat(code.AsSpan(start, digits), out _, shape, CultureInfo.InvariantCulture);
            yield return new string(code);
        }
    }
}
