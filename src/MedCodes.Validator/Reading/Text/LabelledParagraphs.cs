using System.Collections.Immutable;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>
/// Takes "Duration: 20 minutes" for a heading with its text where nothing else opens that section: the page has other headings before it
/// and none of this section's own. Elsewhere "Risks: bleeding" is a sentence of the section it stands in.
/// </summary>
internal static class LabelledParagraphs
{
    /// <summary>The blocks with such paragraphs taken apart.</summary>
    public static ImmutableArray<PageBlock> Open(ImmutableArray<PageBlock> blocks, HeadingBook headings)
    {
        var opened = blocks.OfType<PageBlock.Heading>().Select(heading => headings.SectionOf(heading.Text)).ToHashSet();
        var result = ImmutableArray.CreateBuilder<PageBlock>(blocks.Length);
        var inBody = false;
        foreach (var block in blocks)
        {
            inBody |= block is PageBlock.Heading;
            if (inBody && block is PageBlock.Paragraph paragraph && headings.TrySplitSection(paragraph.Text, out var heading, out var text)
                && opened.Add(headings.SectionOf(heading)))
            {
                result.Add(new PageBlock.Heading(heading, 2) { Span = heading.Span });
                result.Add(new PageBlock.Paragraph(text) { Span = text.Span });
            }
            else
            {
                result.Add(block);
            }
        }

        return result.ToImmutable();
    }
}
