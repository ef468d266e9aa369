using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Library;

/// <summary>What is kept of a page until all pages of a run are read, so that they can be compared.</summary>
internal sealed record LibraryPage
{
    /// <summary>The file it stands in.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The page as a whole.</summary>
    public required DocumentFact Document { get; init; }

    /// <summary>The five-word runs of its body as numbers, each once, in ascending order.</summary>
    public required ulong[] Shingles { get; init; }

    /// <summary>Its sentences.</summary>
    public required ImmutableArray<LibraryLine> Lines { get; init; }

    /// <summary>Takes what is kept out of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="texts">The sentences of all pages, each of which is kept once.</param>
    public static LibraryPage Of(InterpretedDocument page, ConcurrentDictionary<string, string> texts) => new()
    {
        File = page.Source.File,
        Document = page.Document,
        Shingles = ShingleIndex.ShinglesOf(page),
        Lines = [.. page.Sentences.Select(sentence =>
            new LibraryLine(texts.GetOrAdd(sentence.Text, sentence.Text), sentence.Section, sentence.Sentence, sentence.Span))],
    };
}

/// <summary>A sentence of a page.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Section">The name of the section that it stands in.</param>
/// <param name="Sentence">Its number.</param>
/// <param name="Span">Its bytes.</param>
internal readonly record struct LibraryLine(string Text, string Section, int Sentence, SourceSpan Span)
{
    /// <summary>Whether it stands before the title.</summary>
    public bool InPreamble => Section == PageSection.Preamble;
}
