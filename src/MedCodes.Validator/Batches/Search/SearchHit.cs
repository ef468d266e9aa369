using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches.Search;

/// <summary>A page or a code set that was found.</summary>
public sealed record SearchHit
{
    /// <summary>The path of the page, or the name of the code set.</summary>
    public required string Name { get; init; }

    /// <summary>The line of the snippet, from 1; null for a code set.</summary>
    public required long? Line { get; init; }

    /// <summary>Its codes.</summary>
    public required ImmutableArray<string> Codes { get; init; }

    /// <summary>The title of the page, empty where it has none, or the summary of the code set.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence of the page that has most of the words; empty where none has any.</summary>
    public required string Snippet { get; init; }

    /// <summary>How many of the words were found.</summary>
    public required int Matched { get; init; }

    /// <summary>How much the places weigh in which they were found.</summary>
    public required int Weight { get; init; }

    internal static SearchHit Of(InterpretedDocument page, SentenceFact? snippet, int matched, int weight) => new()
    {
        Name = page.Document.Path,
        Line = LineIndex.Of(page.Source.File).At(snippet?.Span.Offset ?? 0).Line,
        Codes = page.Document.Codes,
        Title = page.Document.Title ?? "",
        Snippet = snippet?.Text ?? "",
        Matched = matched,
        Weight = weight,
    };

    internal static SearchHit Of(CodeSet set, int matched, int weight) => new()
    {
        Name = set.Name,
        Line = null,
        Codes = set.Codes,
        Title = set.Summary,
        Snippet = "",
        Matched = matched,
        Weight = weight,
    };
}
