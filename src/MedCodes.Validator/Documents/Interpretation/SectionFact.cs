using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A section that the page has: one per heading, and the title and the preamble.</summary>
internal sealed record SectionFact : PageFact
{
    /// <summary>The words of the heading; empty for title and preamble.</summary>
    public required string Heading { get; init; }

    /// <summary>The section's place in the schema, from 1; 0 where the schema has no such section.</summary>
    public required int Rank { get; init; }

    /// <summary>The rank of the nearest section before it that has one; 0 where there is none.</summary>
    public required int PreviousRank { get; init; }

    /// <summary>Which section of this name it is on the page, from 1.</summary>
    public required int Occurrence { get; init; }

    /// <summary>Its text without the heading, one line per paragraph and item.</summary>
    public required string Text { get; init; }

    /// <summary>The paragraphs and items that <see cref="Text"/> consists of.</summary>
    public ImmutableArray<ParsedText> Passages { get; init; } = [];

    /// <summary>The number of words of <see cref="Text"/>.</summary>
    public required int Words { get; init; }

    /// <summary>The number of items, steps included.</summary>
    public required int Items { get; init; }

    /// <summary>The number of numbered items.</summary>
    public required int Steps { get; init; }

    /// <summary>The procedure codes in it, each once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];
}
