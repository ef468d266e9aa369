using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Takes apart lines that carry a heading and its text: "CPT4 code: 64491", "Name of the Procedure: …".</summary>
internal sealed class LabelLine
{
    private readonly string[][] _labels;
    private readonly bool _bareCodes;
    private readonly bool _cells;

    /// <param name="forms">The normal forms of the headings, the longest tried first.</param>
    /// <param name="bareCodes">Whether codes may follow without a mark between, and "#" and a dash are marks too.</param>
    /// <param name="cells">Whether the text may stand in the next cell of a table.</param>
    public LabelLine(IEnumerable<string> forms, bool bareCodes, bool cells = true)
    {
        _labels = [.. forms.Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length).Select(form => form.Split(' '))];
        _bareCodes = bareCodes;
        _cells = cells;
    }

    /// <summary>Splits a line; false where it is no such line.</summary>
    public bool TrySplit(PageText line, out PageText heading, out PageText text)
    {
        var start = AfterMarkupAndNumber(line.Value);
        foreach (var label in _labels)
        {
            if (EndOfWords(line.Value, start, label) is { } end && (TextAfter(line.Value, end) ?? CellAfter(line.Value, end, label.Length)) is { } rest)
            {
                heading = line.Slice(start, end - start);
                text = line.Slice(rest, line.Value.Length - rest);
                return true;
            }
        }

        heading = text = line;
        return false;
    }

    private static int AfterMarkupAndNumber(string line)
    {
        var at = Skip(line, 0, "#>*_");
        var number = at;
        while (number < line.Length && char.IsAsciiDigit(line[number]))
            number++;
        return number > at && number + 1 < line.Length && line[number] is '.' or ')' && char.IsWhiteSpace(line[number + 1]) ? Skip(line, number + 1, "") : at;
    }

    private static int? EndOfWords(string line, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var start = i == 0 ? at : Skip(line, at, "");
            if ((i > 0 && start == at) || string.Compare(line, start, words[i], 0, words[i].Length, StringComparison.OrdinalIgnoreCase) != 0)
                return null;
            at = start + words[i].Length;
            if (at < line.Length && line[at] is '\u00AE' or '\u2122')
                at++;
        }

        return at;
    }

    /// <summary>Where the text behind a label begins; null where nothing of the kind follows.</summary>
    private int? TextAfter(string line, int at)
    {
        var mark = Skip(line, at, "*_");
        var marks = _bareCodes ? ":#-\u2013\u2014" : ":";
        if (mark < line.Length && marks.Contains(line[mark], StringComparison.Ordinal))
            return Skip(line, mark + 1, "*_") is var text && text < line.Length ? text : null;
        var blank = Skip(line, at, "");
        return _bareCodes && blank > at && blank < line.Length && HasOnlyCodes(line.AsSpan(blank)) ? blank : null;
    }

    /// <summary>Where the next cell of a table begins, joined with a semicolon; null where the words may as well be the head of a column.</summary>
    private int? CellAfter(string line, int at, int words)
    {
        var mark = Skip(line, at, "*_");
        if (!_cells || mark >= line.Length || line[mark] != ';')
            return null;
        var cell = Skip(line, mark + 1, "*_");
        return cell < line.Length && (_bareCodes ? HasOnlyCodes(line.AsSpan(cell)) : words > 1) ? cell : null;
    }

    /// <summary>Whether there is nothing but codes and what stands between them.</summary>
    private static bool HasOnlyCodes(ReadOnlySpan<char> text)
    {
        var codes = 0;
        foreach (var range in text.SplitAny(" \t\u00A0,;/&+-\u2013.*_()"))
        {
            var word = text[range];
            if (word.Length == 5 && word[1..4].IndexOfAnyExceptInRange('0', '9') < 0 && char.IsAsciiLetterOrDigit(word[0]) && char.IsAsciiLetterOrDigit(word[4]))
                codes++;
            else if (word.Length > 0 && word is not ("and" or "or" or "to" or "through"))
                return false;
        }

        return codes > 0;
    }

    private static int Skip(string line, int at, string markup)
    {
        while (at < line.Length && (char.IsWhiteSpace(line[at]) || markup.Contains(line[at], StringComparison.Ordinal)))
            at++;
        return at;
    }
}
