namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Signs that a title was cut off where a database column ended.</summary>
internal static class TitleSigns
{
    /// <summary>How many brackets are opened and never closed.</summary>
    public static int Unclosed(string title)
    {
        var open = 0;
        foreach (var c in title)
        {
            if (c is '(' or '[' or '{')
                open++;
            else if (c is ')' or ']' or '}' && open > 0)
                open--;
        }

        return open;
    }

    /// <summary>Whether the last word is no known word but begins one.</summary>
    /// <param name="title">The title.</param>
    /// <param name="body">The words of the page outside the title.</param>
    /// <param name="terms">The words of all terms.</param>
    public static bool CutsWord(string title, IEnumerable<string> body, IReadOnlySet<string> terms)
    {
        var end = title.Length;
        var start = end;
        while (start > 0 && char.IsLetter(title[start - 1]))
            start--;
        var last = title[start..end].ToLowerInvariant();
        return last.Length > 0 && !terms.Contains(last) && !body.Contains(last, StringComparer.Ordinal)
            && body.Concat(terms).Any(word => word.StartsWith(last, StringComparison.Ordinal));
    }
}
