using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents;

/// <summary>A piece of a page as its format shows it, before anybody asks what it means.</summary>
internal abstract record PageBlock
{
    private PageBlock()
    {
    }

    /// <summary>The bytes of the piece, markup included.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>A heading.</summary>
    /// <param name="Text">Its words, without number, markup and what follows its colon.</param>
    /// <param name="Level">1 for the highest; headings of plain text have 2.</param>
    public sealed record Heading(PageText Text, int Level) : PageBlock;

    /// <summary>A paragraph, or the text that stands on the line of a label.</summary>
    public sealed record Paragraph(PageText Text) : PageBlock;

    /// <summary>An item of a list.</summary>
    /// <param name="Text">Its text without the bullet or number.</param>
    /// <param name="Ordered">Whether it is numbered: a step.</param>
    /// <param name="Number">The number as written; 0 for bullets.</param>
    /// <param name="Depth">1 for an item of an outermost list.</param>
    public sealed record Item(PageText Text, bool Ordered, int Number, int Depth) : PageBlock;

    /// <summary>A fenced block, such as an example claim.</summary>
    /// <param name="Mark">The words behind the opening fence, as written.</param>
    /// <param name="Content">The bytes between the fences, line by line where marks of a list or quotation stand before each.</param>
    public sealed record Fence(string Mark, ImmutableArray<SourceSpan> Content) : PageBlock;
}
