using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>The page's own codes: those under the label, else in the title, else in the front matter.</summary>
/// <param name="Codes">The codes, each once.</param>
/// <param name="From">Where they stand.</param>
internal sealed record OwnCodes(ImmutableArray<string> Codes, CodeOrigin From)
{
    /// <summary>Finds them.</summary>
    public static OwnCodes Of(ProcedureDocument document, Outline outline, ImmutableArray<Passage> passages)
    {
        var label = InSection(passages, PageSection.Code);
        if (label.Length > 0)
            return new OwnCodes(label, CodeOrigin.Label);
        var title = InSection(passages, PageSection.Title);
        if (title.Length > 0)
            return new OwnCodes(title, CodeOrigin.Title);
        var frontMatter = document.FrontMatter
            .Where(entry => outline.Schema?.MeaningOf(entry.Key) == FrontMatterMeaning.Code)
            .SelectMany(entry => entry.Values)
            .SelectMany(value => CodeFinder.ProcedureCodes(new ParsedText(value.Value)))
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        return new OwnCodes(frontMatter, frontMatter.Length > 0 ? CodeOrigin.FrontMatter : CodeOrigin.None);
    }

    private static ImmutableArray<string> InSection(ImmutableArray<Passage> passages, string section) =>
    [
        .. passages.Where(passage => passage.Section.Name == section)
            .SelectMany(passage => CodeFinder.ProcedureCodes(passage.Parsed))
            .Distinct(StringComparer.Ordinal),
    ];
}
