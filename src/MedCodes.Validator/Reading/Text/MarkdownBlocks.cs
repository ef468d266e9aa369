using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using SourceSpan = MedCodes.Validator.Sources.SourceSpan;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads a Markdown page: headings, paragraphs, lists, tables, fenced blocks, front matter.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    private readonly HeadingBook _headings;
    private readonly PageFile _file;
    private readonly MarkdownText _text;
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();

    public MarkdownBlocks(HeadingBook headings, PageFile file)
    {
        _headings = headings;
        _file = file;
        _text = new MarkdownText(file.Page);
    }

    /// <summary>The page.</summary>
    public PageReading Read()
    {
        var (entries, fault) = FrontMatter.Read(_file);
        if (Parse() is not { } markdown)
            return new PageReading([], [_file.Fault(FaultKind.PageNestedTooDeep, new SourceSpan(0, 0), "quotations and lists that a reader can follow")]);
        Add(markdown, depth: 0);
        return _file.Reading([_file.Document(LabelledParagraphs.Open(_blocks.ToImmutable(), _headings), entries)], fault is null ? [] : [fault]);
    }

    private MarkdownDocument? Parse()
    {
        var text = _file.Page.Text;
        if (FrontMatter.Find(text) is { } place)
            text = string.Concat(new string('\n', place.End), text.AsSpan(place.End));
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to input nested deeper than 128 levels; it has no other way to say so.
            return null;
        }
    }

    private void Add(ContainerBlock container, int depth)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    AddHeading(heading);
                    break;
                case ParagraphBlock paragraph:
                    AddParagraph(paragraph);
                    break;
                case ListBlock list:
                    AddList(list, depth + 1);
                    break;
                case Table table:
                    AddTable(table);
                    break;
                case FencedCodeBlock fence:
                    AddFence(fence);
                    break;
                case CodeBlock code:
                    AddIndented(code);
                    break;
                case ContainerBlock inner:
                    Add(inner, depth);
                    break;
            }
        }
    }

    private void AddHeading(HeadingBlock block)
    {
        var text = PageText.Join(_text.Lines(block.Inline), ' ');
        if (text.Value.Length == 0)
            return;
        if (_headings.TrySplit(text, out var heading, out var rest))
        {
            _blocks.Add(new PageBlock.Heading(heading, block.Level) { Span = Span(block) });
            _blocks.Add(new PageBlock.Paragraph(rest) { Span = rest.Span });
        }
        else
        {
            _blocks.Add(new PageBlock.Heading(HeadingBook.Words(text), block.Level) { Span = Span(block) });
        }
    }

    /// <summary>A paragraph; lines in it that are labels such as "**CPT code:** 64491" are headings, as people write them.</summary>
    private void AddParagraph(ParagraphBlock paragraph)
    {
        var lines = new List<PageText>();
        foreach (var line in _text.Lines(paragraph.Inline))
        {
            if (_headings.TrySplit(line, out var heading, out var rest))
            {
                Flush();
                _blocks.Add(new PageBlock.Heading(heading, 2) { Span = line.Span });
                _blocks.Add(new PageBlock.Paragraph(rest) { Span = rest.Span });
            }
            else if (_headings.Knows(line.Value) && lines.Count == 0)
            {
                _blocks.Add(new PageBlock.Heading(HeadingBook.Words(line), 2) { Span = line.Span });
            }
            else
            {
                if (_headings.TrySplitSection(line, out _, out _))
                    Flush();
                lines.Add(line);
            }
        }

        Flush();

        void Flush()
        {
            if (lines.Count > 0)
            {
                var text = PageText.Join([.. lines], ' ');
                _blocks.Add(new PageBlock.Paragraph(text) { Span = text.Span });
            }

            lines.Clear();
        }
    }

    private void AddList(ListBlock list, int depth)
    {
        // Who writes "1." before every item leaves the numbers to Markdown.
        var items = list.OfType<ListItemBlock>().ToList();
        var counts = items.Count > 1 && items.TrueForAll(item => item.Order == items[0].Order);
        foreach (var (index, item) in items.Index())
        {
            var text = PageText.Join([.. item.OfType<ParagraphBlock>().SelectMany(paragraph => _text.Lines(paragraph.Inline))], ' ');
            if (text.Value.Length > 0)
                _blocks.Add(new PageBlock.Item(text, list.IsOrdered, list.IsOrdered ? item.Order + (counts ? index : 0) : 0, depth) { Span = text.Span });
            foreach (var inner in item.Where(inner => inner is not ParagraphBlock))
            {
                if (inner is ListBlock nested)
                    AddList(nested, depth + 1);
                else if (inner is FencedCodeBlock fence)
                    AddFence(fence);
                else if (inner is ContainerBlock container)
                    Add(container, depth);
            }
        }
    }

    private void AddTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().SelectMany(cell => cell.OfType<ParagraphBlock>())
                .Select(paragraph => PageText.Join(_text.Lines(paragraph.Inline), ' '))
                .Where(cell => cell.Value.Length > 0)
                .ToList();
            if (cells.Count == 0)
                continue;
            // A cell is a clause of its own.
            var text = PageText.Join(cells, ';');
            if (_headings.TrySplit(text, out var heading, out var rest))
                _blocks.Add(new PageBlock.Heading(heading, 2) { Span = text.Span });
            _blocks.Add(new PageBlock.Paragraph(rest) { Span = rest.Span });
        }
    }

    private void AddIndented(CodeBlock code)
    {
        for (var i = 0; i < code.Lines.Count; i++)
        {
            var line = code.Lines.Lines[i];
            var text = _file.Page.Slice(line.Position, Math.Min(line.Position + line.Slice.Length, _file.Page.Text.Length));
            if (text.Value.Length > 0)
                _blocks.Add(new PageBlock.Paragraph(text) { Span = text.Span });
        }
    }

    private void AddFence(FencedCodeBlock fence) =>
        _blocks.Add(new PageBlock.Fence($"{fence.Info} {fence.Arguments}".Trim(), Content(fence)) { Span = Span(fence) });

    private ImmutableArray<SourceSpan> Content(FencedCodeBlock fence)
    {
        if (fence.Lines.Count == 0)
            return [new SourceSpan(Span(fence).Offset, 0)];
        var lines = fence.Lines.Lines.Take(fence.Lines.Count);
        if (fence.Parent is not MarkdownDocument)
            return [.. lines.Select(line => _file.Page.Span(line.Slice.Start, line.Slice.End + 1))];
        var last = lines.Last();
        return [_file.Page.Span(fence.Lines.Lines[0].Position, last.Position + last.Slice.Length)];
    }

    private SourceSpan Span(Block block) => _file.Page.Span(block.Span.Start, block.Span.End + 1);
}
