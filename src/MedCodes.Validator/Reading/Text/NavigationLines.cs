using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Tells the headings of a page from the links above it, which may have the same words: "CPT Codes", "Overview".</summary>
internal static class NavigationLines
{
    // A link is short; what has more words than this is the title or text.
    private const int LongestLink = 8;

    /// <summary>How many lines at the start of a page hold no heading of it.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="sections">The section that each of them would open; null for lines that are no known heading.</param>
    /// <remarks>
    /// The page begins where its label stands: the last of the labels before any other heading, or the one right before the page's name, if
    /// nothing but links and one longer line, the title, stands between the first heading and it.
    /// </remarks>
    public static int Count(List<PageLine> lines, List<string?> sections)
    {
        var headings = Enumerable.Range(0, sections.Count).Where(index => sections[index] is not null).ToList();
        var label = headings.TakeWhile(index => sections[index] == PageSection.Code).Count() - 1;
        for (var i = 0; i + 1 < headings.Count; i++)
        {
            if (sections[headings[i]] == PageSection.Code && sections[headings[i + 1]] == PageSection.NameOfProcedure)
            {
                label = Math.Max(label, i);
                break;
            }
        }

        if (label <= 0)
            return 0;
        var texts = Enumerable.Range(headings[0], headings[label] - headings[0]).Count(index => IsText(lines[index]));
        return texts <= 1 && headings.Take(label).All(index => sections[index] != PageSection.NameOfProcedure) ? headings[label] : 0;
    }

    private static bool IsText(PageLine line) => line.Text.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > LongestLink;
}
