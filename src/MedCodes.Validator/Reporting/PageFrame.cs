using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Quotes the line of a page that a finding points to.</summary>
internal static class PageFrame
{
    // A paragraph of a plain-text page is one long line. What is shown of it, with the number of the line before it, fits the narrowest
    // usual terminal; a line that is broken there would leave its carets under other words.
    private const int Before = 40;
    private const int Width = 72;
    private const int LongestLine = 1 << 16;

    /// <summary>The frame; null where the line is too long to be one.</summary>
    public static Frame? Of(SourceView source, SourceSpan span)
    {
        var windowStart = Math.Max(0, span.Offset - LongestLine);
        var window = source.File.Read(new SourceSpan(windowStart, 2 * LongestLine));
        var middle = (int)Math.Min(span.Offset - windowStart, window.Length);
        var start = window.AsSpan(0, middle).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        if (start == 0 && windowStart > 0)
            return null;
        if (windowStart + start == 0 && window.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            start = Math.Min(Encoding.UTF8.Preamble.Length, middle);
        var length = window.AsSpan(middle).IndexOfAny((byte)'\n', (byte)'\r');
        var end = length < 0 ? window.Length : middle + length;
        var meantEnd = (int)Math.Clamp(span.End - windowStart, middle, end);

        var left = Encoding.UTF8.GetString(window, start, middle - start);
        var meant = Encoding.UTF8.GetString(window, middle, meantEnd - middle);
        var right = Encoding.UTF8.GetString(window, meantEnd, end - meantEnd);

        var shownLeft = left.Length <= Before ? Printable.Of(left) : "… " + Printable.Of(AfterBlank(left[^Before..]));
        var room = Math.Max(8, Width - shownLeft.Length);
        var shownMeant = Cut(Printable.Of(meant), room);
        var shownRight = Cut(Printable.Of(right), Math.Max(0, room - shownMeant.Length));
        return new Frame(shownLeft + shownMeant + shownRight, shownLeft.Length, Math.Max(1, shownMeant.Length));
    }

    private static string AfterBlank(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank is >= 0 and < Before / 2 ? text[(blank + 1)..] : text;
    }

    private static string Cut(string text, int room) => text.Length <= room ? text : text[..Math.Max(0, room - 1)] + "…";
}
