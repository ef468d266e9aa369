using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches.Search;

/// <summary>A page, a code set or a code that was found.</summary>
public sealed record SearchHit
{
    /// <summary>What it is.</summary>
    public required SearchHitKind Kind { get; init; }

    /// <summary>The path of the page, the name of the code set, or the code.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the snippet, from 1, or of the title where there is none; null for what is no page.</summary>
    public required long? Line { get; init; }

    /// <summary>Its codes.</summary>
    public required ImmutableArray<string> Codes { get; init; }

    /// <summary>The title of the page, empty where it has none, the summary of the code set, or where the code stands.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence of the page that has most of the words; empty where none has any.</summary>
    public required string Snippet { get; init; }

    /// <summary>How many of the words were found.</summary>
    public required int Matched { get; init; }

    /// <summary>How much the places weigh in which they were found.</summary>
    public required int Weight { get; init; }

    internal static SearchHit Of(InterpretedDocument page, SentenceFact? snippet, int matched, int weight) => new()
    {
        Kind = SearchHitKind.Page,
        Name = page.Document.Path,
        Line = LineIndex.Of(page.Source.File).At((snippet ?? page.Sentences.FirstOrDefault(sentence => sentence.Section == PageSection.Title))?.Span.Offset ?? page.Source.Start).Line,
        Codes = page.Document.Codes,
        Title = page.Document.Title ?? "",
        Snippet = snippet?.Text ?? "",
        Matched = matched,
        Weight = weight,
    };

    internal static SearchHit Of(CodeSet set, int matched, int weight) => new()
    {
        Kind = SearchHitKind.CodeSet,
        Name = set.Name,
        Line = null,
        Codes = set.Codes,
        Title = set.Summary,
        Snippet = "",
        Matched = matched,
        Weight = weight,
    };

    internal static SearchHit Of(string code, ImmutableArray<string> tables) => new()
    {
        Kind = SearchHitKind.Code,
        Name = code,
        Line = null,
        Codes = [],
        Title = $"in {string.Join(", ", tables)}",
        Snippet = "",
        Matched = 1,
        Weight = 1,
    };
}

/// <summary>What was found.</summary>
public enum SearchHitKind
{
    /// <summary>A procedure page.</summary>
    Page = 1,

    /// <summary>A code set.</summary>
    CodeSet,

    /// <summary>A code that stands in tables.</summary>
    Code,
}
