using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Documents;

/// <summary>A kind of page: its sections in order and what its front matter means.</summary>
internal sealed record PageSchema
{
    /// <summary>The schema of a page that is none of the known kinds.</summary>
    public const string None = "none";

    /// <summary>Its name in rules.</summary>
    public required string Name { get; init; }

    // Made when it is first asked for: the normal forms of a hundred headings would else be made for each heading of each page.
    private FrozenDictionary<string, PageSection>? _byForm;

    /// <summary>The sections in the order in which a page should have them.</summary>
    public required ImmutableArray<PageSection> Sections { get; init; }

    /// <summary>Keys of the front matter and what they mean.</summary>
    public ImmutableArray<FrontMatterKey> FrontMatter { get; init; } = [];

    /// <summary>What a key of the front matter means, without case.</summary>
    public FrontMatterMeaning MeaningOf(string key) =>
        FrontMatter.FirstOrDefault(known => string.Equals(known.Key, key, StringComparison.OrdinalIgnoreCase))?.Means ?? FrontMatterMeaning.None;

    /// <summary>The section that a heading opens, null where the schema does not know the heading.</summary>
    public PageSection? SectionOf(string heading) => (_byForm ??= ByForm(Sections)).GetValueOrDefault(HeadingForm.Of(heading));

    private static FrozenDictionary<string, PageSection> ByForm(ImmutableArray<PageSection> sections) => sections
        .SelectMany(section => section.Headings, (section, heading) => (Form: HeadingForm.Of(heading), Section: section))
        .DistinctBy(known => known.Form, StringComparer.Ordinal)
        .ToFrozenDictionary(known => known.Form, known => known.Section, StringComparer.Ordinal);
}

/// <summary>A section of a kind of page.</summary>
internal sealed record PageSection
{
    /// <summary>The title: it has no heading, it is one.</summary>
    public const string Title = "title";

    /// <summary>What stands before the title.</summary>
    public const string Preamble = "preamble";

    /// <summary>The label under which the page's code stands.</summary>
    public const string Code = "code";

    /// <summary>The name of the procedure in the page's own words.</summary>
    public const string NameOfProcedure = "name";

    /// <summary>The codes of related procedures.</summary>
    public const string SimilarCodes = "similar-codes";

    /// <summary>What follows a heading that the schema does not know.</summary>
    public const string Other = "other";

    /// <summary>Its name in rules.</summary>
    public required string Name { get; init; }

    /// <summary>The wordings that mean it.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>Whether a page needs it.</summary>
    public SectionNeed Needs { get; init; } = SectionNeed.Expected;

    /// <summary>What it holds.</summary>
    public SectionContent Holds { get; init; } = SectionContent.Prose;

    /// <summary>Which procedure its sentences speak of where they do not say.</summary>
    public Referent SpeaksOf { get; init; } = Referent.Own;

    /// <summary>The term that its amounts are about where they do not say; null for none.</summary>
    public string? AmountsOf { get; init; }
}

/// <summary>A key of the front matter that has a meaning.</summary>
internal sealed record FrontMatterKey(string Key, FrontMatterMeaning Means);

/// <summary>Whether a page needs a section.</summary>
internal enum SectionNeed
{
    /// <summary>A page without it is wrong.</summary>
    Required = 1,

    /// <summary>Most pages have it.</summary>
    Expected,

    /// <summary>It may be there.</summary>
    Optional,
}

/// <summary>What a section holds.</summary>
internal enum SectionContent
{
    /// <summary>Sentences.</summary>
    Prose = 1,

    /// <summary>A list.</summary>
    Items,

    /// <summary>A numbered list.</summary>
    Steps,

    /// <summary>Codes.</summary>
    Codes,
}

/// <summary>Which procedure is spoken of.</summary>
internal enum Referent
{
    /// <summary>The page's own.</summary>
    Own = 1,

    /// <summary>Another one.</summary>
    Other,

    /// <summary>One that was done before.</summary>
    Earlier,
}

/// <summary>What a key of the front matter means.</summary>
internal enum FrontMatterMeaning
{
    /// <summary>Nothing that the schema knows.</summary>
    None,

    /// <summary>The page's code or codes.</summary>
    Code,

    /// <summary>The page's title.</summary>
    Title,

    /// <summary>The date from which the page holds.</summary>
    Effective,

    /// <summary>The date on which somebody last read it over.</summary>
    Reviewed,
}
