using System.Collections.Frozen;
using System.Text.RegularExpressions;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>The headings that the kinds of pages know, as a reader of plain text needs them.</summary>
internal sealed partial class HeadingBook
{
    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "an", "the", "of", "and", "or", "for", "in", "on", "to", "with", "by", "at", "from", "as", "per", "vs", "&");

    /// <summary>Words that a list is announced with: "Common risks include:" is no heading.</summary>
    private static readonly FrozenSet<string> Announcing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "include", "includes", "included", "including", "are", "is", "be", "follows", "following", "with", "of", "to", "for", "may", "involve",
        "involves", "example", "below", "by", "as", "when", "if");

    private readonly FrozenDictionary<string, string> _known;
    private readonly Regex? _names;
    private readonly Regex? _codes;

    /// <param name="schemas">The kinds of pages.</param>
    public HeadingBook(IEnumerable<PageSchema> schemas)
    {
        var sections = schemas.SelectMany(schema => schema.Sections).ToList();
        _known = sections.SelectMany(section => section.Headings.Select(heading => (Form: HeadingForm.Of(heading), section.Name)))
            .Where(known => known.Form.Length > 0)
            .DistinctBy(known => known.Form)
            .ToFrozenDictionary(known => known.Form, known => known.Name, StringComparer.Ordinal);
        _names = Labels(sections, PageSection.NameOfProcedure, @"\s*[*_]*\s*:[\s*_]*(?<text>\S.*)$");
        _codes = Labels(sections, PageSection.Code, @"(?:\s*[*_]*\s*(?<mark>[:#\u2013\u2014-])[\s*_]*|\s+)(?<text>\S.*)$");
    }

    /// <summary>Whether a line is a heading that some kind of page knows.</summary>
    public bool Knows(string line) => line.Length > 0 && !char.IsLower(line[0]) && _known.ContainsKey(HeadingForm.Of(line));

    /// <summary>The section that a line opens, be it a heading or a label with text; null for other lines.</summary>
    public string? SectionOf(PageText line)
    {
        if (Knows(line.Value))
            return _known[HeadingForm.Of(line.Value)];
        return TrySplit(line, out var heading, out _) ? _known.GetValueOrDefault(HeadingForm.Of(heading.Value)) : null;
    }

    /// <summary>Splits a line such as "CPT4 code: 64491" or "Name of the Procedure: …" into heading and text.</summary>
    public bool TrySplit(PageText line, out PageText heading, out PageText text)
    {
        var match = _names?.Match(line.Value) is { Success: true } named ? named : null;
        if (match is null && _codes?.Match(line.Value) is { Success: true } coded
            && (coded.Groups["mark"].Success || OnlyCodes().IsMatch(coded.Groups["text"].Value)))
        {
            match = coded;
        }

        heading = match is null ? line : line.Slice(match.Groups["heading"].Index, match.Groups["heading"].Length);
        text = match is null ? line : line.Slice(match.Groups["text"].Index, match.Groups["text"].Length);
        return match is not null;
    }

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

    private static Regex? Labels(List<PageSection> sections, string section, string behind)
    {
        var forms = sections.Where(known => known.Name == section)
            .SelectMany(known => known.Headings)
            .Select(HeadingForm.Of)
            .Where(form => form.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(form => form.Length)
            .Select(form => string.Join(@"\s+", form.Split(' ').Select(word => Regex.Escape(word) + @"[\u00AE\u2122]?")))
            .ToList();
        return forms.Count == 0 ? null : new Regex(
            $"^[#>*_\\s]*(?:[0-9]+[.)]\\s+)?(?<heading>{string.Join('|', forms)}){behind}",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Nothing but codes and what stands between them.</summary>
    [GeneratedRegex(@"^(?:(?:[0-9]{4}[0-9A-Z]|[A-Z][0-9]{4})(?:\s*(?:[,;/&+\u2013-]|and|or|to|through)?\s*|$))+[.*_]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyCodes();
}
