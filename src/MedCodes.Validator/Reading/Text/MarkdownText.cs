using Markdig.Syntax.Inlines;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Takes the text out of Markdown's inline elements, line by line.</summary>
internal sealed class MarkdownText(PageDecoding page)
{
    /// <summary>The lines of a paragraph or heading that are not empty, without markup.</summary>
    public List<PageText> Lines(ContainerInline? inlines)
    {
        var lines = new List<PageText>();
        var builder = new PageTextBuilder(page);
        if (inlines is not null)
            Add(inlines, builder, lines);
        Close(builder, lines);
        return lines;
    }

    private static void Add(ContainerInline container, PageTextBuilder builder, List<PageText> lines)
    {
        foreach (var inline in container)
        {
            var (start, end) = (inline.Span.Start, inline.Span.End + 1);
            switch (inline)
            {
                case LiteralInline literal:
                    builder.AddAligned(literal.Content.AsSpan(), start, end);
                    break;
                case CodeInline code:
                    builder.AddAligned(code.Content, start, end);
                    break;
                case HtmlEntityInline entity:
                    foreach (var c in entity.Transcoded.AsSpan())
                        builder.Add(c, start, end);
                    break;
                case AutolinkInline link:
                    builder.AddAligned(link.Url, start, end);
                    break;
                case LineBreakInline:
                    Close(builder, lines);
                    break;
                case HtmlInline html when html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    Close(builder, lines);
                    break;
                case ContainerInline inner:
                    Add(inner, builder, lines);
                    break;
            }
        }
    }

    private static void Close(PageTextBuilder builder, List<PageText> lines)
    {
        if (!builder.IsEmpty)
            lines.Add(builder.Build());
    }
}
