using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A page as a whole.</summary>
internal sealed record DocumentFact : PageFact
{
    /// <summary>The path as reports show it.</summary>
    public required string Path { get; init; }

    /// <summary>The kind of page, or <see cref="PageSchema.None"/>.</summary>
    public required string Schema { get; init; }

    /// <summary>How many different sections of its kind its headings open; of a page of no kind, of the kind that it has most of.</summary>
    public int KnownSections { get; init; }

    /// <summary>The title; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The text of the section <c>name</c>; null where it is absent or empty.</summary>
    public string? Name { get; init; }

    /// <summary>The page's own code where it has exactly one.</summary>
    public string? Code => Codes is [var only] ? only : null;

    /// <summary>The page's own codes, as written, each once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>Where the own codes stand.</summary>
    public CodeOrigin CodeFrom { get; init; }

    /// <summary>The terms that the title states on billing axes.</summary>
    public ImmutableArray<string> Qualifiers { get; init; } = [];

    /// <summary>How many brackets the title opens and never closes.</summary>
    public int TitleUnclosed { get; init; }

    /// <summary>Whether the title's last word is no word of the body or of a term but begins one.</summary>
    public bool TitleCutWord { get; init; }

    /// <summary>The date that stands for today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The date from which the page holds, from the front matter.</summary>
    public DateOnly? Effective { get; init; }

    /// <summary>The date on which it was last reviewed, from the front matter.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>Whether its last line ends with a line break.</summary>
    public required bool FinalNewline { get; init; }
}

/// <summary>Where a page's own codes stand; the first of these places that has one counts.</summary>
internal enum CodeOrigin
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>Under the label, section <c>code</c>.</summary>
    Label,

    /// <summary>In the title.</summary>
    Title,

    /// <summary>In the front matter.</summary>
    FrontMatter,
}
