using System.Collections.Frozen;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>The headings that the kinds of pages know, as a reader of plain text needs them.</summary>
internal sealed class HeadingBook
{
    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "with", "by", "at", "from", "as", "per", "vs", "&");

    /// <summary>Words that a list is announced with: "Common risks include:" is no heading.</summary>
    private static readonly FrozenSet<string> Announcing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "include", "includes", "included", "including", "are", "is", "be", "follows", "following", "with", "of", "to", "for", "may", "involve",
        "involves", "example", "below", "by", "as", "when", "if");

    private readonly FrozenDictionary<string, string> _known;
    private readonly FrozenSet<string> _steps;
    private readonly LabelLine _names;
    private readonly LabelLine _codes;
    private readonly LabelLine _sections;

    /// <param name="schemas">The kinds of pages.</param>
    public HeadingBook(IEnumerable<PageSchema> schemas)
    {
        var sections = schemas.SelectMany(schema => schema.Sections).ToList();
        _known = sections.SelectMany(section => section.Headings.Select(heading => (Form: HeadingForm.Of(heading), section.Name)))
            .Where(known => known.Form.Length > 0)
            .DistinctBy(known => known.Form)
            .ToFrozenDictionary(known => known.Form, known => known.Name, StringComparer.Ordinal);
        _steps = sections.Where(section => section.Holds == SectionContent.Steps).SelectMany(section => section.Headings).Select(HeadingForm.Of)
            .ToFrozenSet(StringComparer.Ordinal);
        _names = Labels(sections, PageSection.NameOfProcedure, bareCodes: false);
        _codes = Labels(sections, PageSection.Code, bareCodes: true);
        _sections = new LabelLine(_known.Keys, bareCodes: false, cells: false);
    }

    /// <summary>Whether a line is a heading that some kind of page knows.</summary>
    public bool Knows(string line) => line.Length > 0 && !char.IsLower(line[0]) && _known.ContainsKey(HeadingForm.Of(line));

    /// <summary>Whether a heading opens a section of numbered steps.</summary>
    public bool HoldsSteps(string heading) => _steps.Contains(HeadingForm.Of(heading));

    /// <summary>The section that a line opens, be it a heading or a label with text; null for other lines.</summary>
    public string? SectionOf(PageText line)
    {
        if (Knows(line.Value))
            return _known[HeadingForm.Of(line.Value)];
        return TrySplit(line, out var heading, out _) ? _known.GetValueOrDefault(HeadingForm.Of(heading.Value)) : null;
    }

    /// <summary>Splits a line such as "CPT4 code: 64491" or "Name of the Procedure: …" into heading and text.</summary>
    public bool TrySplit(PageText line, out PageText heading, out PageText text) =>
        _names.TrySplit(line, out heading, out text) || _codes.TrySplit(line, out heading, out text);

    /// <summary>Splits a line such as "Duration: 20 minutes" into the heading of any section and text; where it stands decides whether it is one.</summary>
    public bool TrySplitSection(PageText line, out PageText heading, out PageText text) =>
        _sections.TrySplit(line, out heading, out text) && char.IsUpper(heading.Value[0]);

    /// <summary>Whether a line that no kind of page knows looks like a heading: short, and capitalised or with a colon at its end.</summary>
    public static bool LooksLikeOne(string line)
    {
        var form = line.Trim('#', '*', '_', ' ');
        var colon = form.EndsWith(':');
        var words = form.TrimEnd(':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 5 || !form.Any(char.IsLetter) || form[^1] is '.' or '!' or '?' or ',' or ';' || char.IsLower(form[0]))
            return false;
        if (form.TrimEnd(':').Contains(": ", StringComparison.Ordinal))
            return false;
        if (colon)
            return !Announcing.Contains(words[^1]);
        return words.All(word => SmallWords.Contains(word) || char.IsUpper(word.FirstOrDefault(char.IsLetter, 'a')));
    }

    /// <summary>A heading's words without markup and colon.</summary>
    public static PageText Words(PageText line)
    {
        var start = line.Value.AsSpan().IndexOfAnyExcept("#*_> ");
        var length = line.Value.AsSpan().TrimEnd(":*_# ").Length;
        return start < 0 || length <= start ? line : line.Slice(start, length - start);
    }

    private static LabelLine Labels(List<PageSection> sections, string section, bool bareCodes) => new(
        sections.Where(known => known.Name == section).SelectMany(known => known.Headings).Select(HeadingForm.Of).Where(form => form.Length > 0),
        bareCodes);
}
