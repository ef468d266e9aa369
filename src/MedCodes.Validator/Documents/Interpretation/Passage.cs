using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A paragraph or item with all that can be seen in it alone.</summary>
internal sealed record Passage
{
    /// <summary>The section.</summary>
    public required OutlineSection Section { get; init; }

    /// <summary>Its text with its bytes.</summary>
    public required PageText Text { get; init; }

    /// <summary>Its words.</summary>
    public required ParsedText Parsed { get; init; }

    /// <summary>The terms in it, phrases that count as nothing included.</summary>
    public required ImmutableArray<TermMatch> Matches { get; init; }

    /// <summary>The list item that it is; null for paragraphs.</summary>
    public PageBlock.Item? Item { get; init; }

    /// <summary>The number of the item, from 1 through the page; 0 for paragraphs.</summary>
    public int ItemId { get; init; }

    /// <summary>The number of its first sentence, from 1 through the page.</summary>
    public required int FirstSentence { get; init; }

    /// <summary>The number of its first clause, from 1 through the page.</summary>
    public required int FirstClause { get; init; }

    /// <summary>The bytes of some of its words.</summary>
    public SourceSpan SpanOf(TokenRange range)
    {
        var (start, length) = Parsed.Characters(range);
        return Text.SpanOf(start, length);
    }

    /// <summary>Some of its words as they stand on the page.</summary>
    public string Written(TokenRange range)
    {
        var (start, length) = Parsed.Characters(range);
        return Text.Value.Substring(start, length);
    }

    /// <summary>All passages of a page.</summary>
    public static ImmutableArray<Passage> Of(Outline outline, TermMatcher matcher)
    {
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var (items, sentences, clauses) = (0, 1, 1);
        foreach (var section in outline.Sections)
        {
            foreach (var block in section.Blocks)
            {
                if (Outline.TextOf(block) is not { } text)
                    continue;
                var parsed = new ParsedText(text.Value);
                passages.Add(new Passage
                {
                    Section = section,
                    Text = text,
                    Parsed = parsed,
                    Matches = [.. matcher.In(parsed)],
                    Item = block as PageBlock.Item,
                    ItemId = block is PageBlock.Item ? ++items : 0,
                    FirstSentence = sentences,
                    FirstClause = clauses,
                });
                sentences += parsed.Sentences.Length;
                clauses += parsed.Clauses.Length;
            }
        }

        return passages.ToImmutable();
    }
}
