using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>Text from the input made safe for a terminal or a line of a report.</summary>
internal static class Printable
{
    /// <summary>
    /// The text on one line: control characters, which could start a line or command the terminal, and characters that reorder text
    /// are written as escapes.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var shown = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (c == '\t')
                shown.Append(' ');
            else if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                shown.Append(CultureInfo.InvariantCulture, $"{(c < 0x100 ? "\\x" : "\\u")}{(c < 0x100 ? ((int)c).ToString("X2", CultureInfo.InvariantCulture) : ((int)c).ToString("X4", CultureInfo.InvariantCulture))}");
            else
                shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>Prose on one line: runs of white space become one blank.</summary>
    public static string Prose(string text) =>
        Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
