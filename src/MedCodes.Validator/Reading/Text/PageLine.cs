using System.Text.RegularExpressions;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>A line of a plain text page: its text, its indentation, and the bullet or number that it begins with.</summary>
internal sealed partial record PageLine
{
    /// <summary>The text without the bullet or number.</summary>
    public required PageText Text { get; init; }

    /// <summary>The whole line without blanks at its ends.</summary>
    public required PageText Whole { get; init; }

    /// <summary>The columns before the first character; a tab counts four.</summary>
    public required int Indent { get; init; }

    /// <summary>Whether it begins with a bullet or number.</summary>
    public bool IsItem { get; init; }

    /// <summary>The number that it begins with; null without one.</summary>
    public int? Number { get; init; }

    /// <summary>Whether there is nothing on it, or nothing but a rule of dashes or a comment for the validator.</summary>
    public bool IsBlank => Whole.Value.Length == 0 || Rule().IsMatch(Whole.Value) || Comment().IsMatch(Whole.Value);

    /// <summary>Whether it goes on where the line before it left off.</summary>
    public bool StartsInLowerCase => Whole.Value.Length > 0 && char.IsLower(Whole.Value[0]);

    /// <summary>All lines of a page; LF, CR LF and CR end them.</summary>
    public static List<PageLine> AllOf(PageDecoding page)
    {
        var lines = new List<PageLine>();
        var text = page.Text;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Of(page, start, end));
            start = end + 1;
            if (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n')
                start++;
        }

        return lines;
    }

    private static PageLine Of(PageDecoding page, int start, int end)
    {
        var indent = 0;
        for (var i = start; i < end && char.IsWhiteSpace(page.Text[i]); i++)
            indent += page.Text[i] == '\t' ? 4 : 1;
        var whole = page.Slice(start, end);
        var isItem = TrySplitMark(whole, out var text, out var number);
        return new PageLine { Whole = whole, Text = text, Indent = indent, IsItem = isItem, Number = number };
    }

    /// <summary>Splits a line into the bullet or number that it begins with and its text; false where it has none.</summary>
    public static bool TrySplitMark(PageText line, out PageText text, out int? number)
    {
        var mark = Mark().Match(line.Value);
        text = mark.Success ? line.Slice(mark.Length, line.Value.Length - mark.Length) : line;
        number = mark.Groups["number"] is { Success: true } digits ? int.Parse(digits.ValueSpan, provider: null) : null;
        return mark.Success;
    }

    /// <summary>A bullet, with a blank behind it where the character is also used otherwise, or "3." or "3)".</summary>
    [GeneratedRegex(@"^(?:[\u2022\u25E6\u25AA\u25AB\u2023\u25CF\u25CB\u2043\u00B7]\s*|[-*+\u2013](?:\s+|$)|(?<number>[0-9]{1,3})[.)](?:\s+|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:#\s*medcodes-\S.*|<!--\s*medcodes-\S.*-->)$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^([-=_*~\u2014])\1{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
