using System.Globalization;
using System.Text.RegularExpressions;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference.Lists;

/// <summary>Days as lists that people keep write them.</summary>
internal static partial class ListedDate
{
    private static readonly string[] Forms = ["yyyyMMdd", "yyyy-MM-dd", "M/d/yyyy"];

    /// <summary>Reads a day, packed; 0 for a blank, false for anything else.</summary>
    public static bool TryParse(string text, out ulong packed)
    {
        packed = 0;
        if (text.Length == 0)
            return true;
        if (!DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        packed = (ulong)PackedDate.Pack(day);
        return true;
    }

    /// <summary>The day of a remark such as "(Effective January 1, 2017)", packed; 0 where a text has none.</summary>
    public static ulong Remarked(string text) =>
        RemarkPattern().Match(text) is { Success: true } remark
        && DateOnly.TryParseExact(remark.Groups[1].Value, "MMMM d, yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (ulong)PackedDate.Pack(day)
            : 0;

    [GeneratedRegex(@"effective ([a-z]+ [0-9]{1,2}, [0-9]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex RemarkPattern();
}
