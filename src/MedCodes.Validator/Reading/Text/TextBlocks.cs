using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Puts the lines of a plain text page together: headings, paragraphs, items.</summary>
internal sealed class TextBlocks
{
    // A file whose longest line is shorter than this was wrapped by hand; a wrapped line that is full has at least the other number.
    private const int LongestWrapped = 120;
    private const int ShortestFull = 50;

    private const string FenceMark = "```";

    private readonly HeadingBook _headings;
    private readonly List<PageLine> _lines;
    private readonly bool _wrapped;
    private readonly List<Draft> _drafts = [];

    public TextBlocks(HeadingBook headings, List<PageLine> lines)
    {
        _headings = headings;
        _lines = lines;
        _wrapped = lines.All(line => line.Whole.Value.Length <= LongestWrapped);
    }

    /// <summary>The blocks in the order of the page.</summary>
    public ImmutableArray<PageBlock> Build()
    {
        Draft? open = null;
        var inBody = false;
        var sections = Enumerable.Range(0, _lines.Count).Select(SectionOf).ToList();
        var first = NavigationLines.Count(_lines, sections);
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (line.IsBlank)
            {
                // A bullet whose text stands on a line of its own further down stays open.
                open = open is { IsEmptyItem: true } ? open : null;
                continue;
            }

            if (IsFence(line) && EndOfFence(i) is { } end)
            {
                open = null;
                _drafts.Add(Fence(line, _lines[end]));
                i = end;
            }
            else if (i >= first && sections[i] is not null)
            {
                inBody = true;
                open = null;
                AddHeading(line);
            }
            else if (!line.IsItem && open is not null && Continues(open, line, inBody))
            {
                open.Lines.Add(line);
            }
            else
            {
                open = new Draft([line], null);
                _drafts.Add(open);
            }
        }

        MarkUnknownHeadings();
        return [.. new ItemDepths().Apply(_drafts.Select(draft => draft.ToBlock()))];
    }

    private static bool IsFence(PageLine line) => line.Whole.Value.StartsWith(FenceMark, StringComparison.Ordinal);

    private int? EndOfFence(int start) =>
        _lines.FindIndex(start + 1, line => line.Whole.Value == FenceMark) is > 0 and var end ? end : null;

    private static Draft Fence(PageLine opening, PageLine closing)
    {
        var content = new SourceSpan(opening.Whole.Span.End, (int)(closing.Whole.Span.Offset - opening.Whole.Span.End));
        var span = new SourceSpan(opening.Whole.Span.Offset, (int)(closing.Whole.Span.End - opening.Whole.Span.Offset));
        return new Draft([opening], null) { Fence = new PageBlock.Fence(opening.Whole.Value[FenceMark.Length..].Trim(), [content]) { Span = span } };
    }

    /// <summary>The section that a line opens; null for lines that are no known heading.</summary>
    private string? SectionOf(int index)
    {
        var line = _lines[index];
        if (line.IsBlank || _headings.SectionOf(line.Whole) is not { } section)
            return null;
        // "2. Preparation" between "1." and "3." is a step.
        var heading = !line.IsItem || (line.Number is { } number && Neighbour(index, -1)?.Number != number - 1 && Neighbour(index, 1)?.Number != number + 1);
        return heading ? section : null;
    }

    private PageLine? Neighbour(int index, int step)
    {
        for (index += step; index >= 0 && index < _lines.Count; index += step)
        {
            if (!_lines[index].IsBlank)
                return _lines[index];
        }

        return null;
    }

    private void AddHeading(PageLine line)
    {
        if (!_headings.TrySplit(line.Whole, out var heading, out var text))
        {
            _drafts.Add(new Draft([line], HeadingBook.Words(line.Text)));
            return;
        }

        _drafts.Add(new Draft([line], heading));
        _drafts.Add(new Draft([line with { Whole = text, Text = text, IsItem = false }], null));
    }

    private bool Continues(Draft open, PageLine line, bool inBody)
    {
        if (open.IsEmptyItem)
            return true;
        var last = open.Lines[^1];
        if (open.Lines[0].IsItem && line.Indent > open.Lines[0].Indent)
            return true;
        if (_headings.TrySplitSection(line.Whole, out _, out _))
            return false;
        return line.StartsInLowerCase || (inBody && _wrapped && last.Whole.Value.Length >= ShortestFull);
    }

    /// <summary>Finds headings that no kind of page knows: between text and text, and not in a row of their like, which is a list.</summary>
    private void MarkUnknownHeadings()
    {
        var text = false;
        var body = false;
        for (var i = 0; i < _drafts.Count; i++)
        {
            var draft = _drafts[i];
            if (draft.Heading is not null)
            {
                body = true;
                text = false;
            }
            else if (body && text && IsCandidate(draft) && i + 1 < _drafts.Count && _drafts[i + 1].Heading is null && !IsCandidate(_drafts[i + 1])
                && !IsCandidate(_drafts[i - 1]))
            {
                _drafts[i] = draft with { Heading = HeadingBook.Words(draft.Lines[0].Whole) };
                text = false;
            }
            else
            {
                text = true;
            }
        }
    }

    private static bool IsCandidate(Draft draft) =>
        draft is { Heading: null, Fence: null, Lines: [{ IsItem: false } only] } && HeadingBook.LooksLikeOne(only.Whole.Value);

    /// <summary>Lines that belong together.</summary>
    /// <param name="Lines">The lines, at least one.</param>
    /// <param name="Heading">The words of the heading that they are; null for text.</param>
    private sealed record Draft(List<PageLine> Lines, PageText? Heading)
    {
        /// <summary>The fenced block that they are; null for others.</summary>
        public PageBlock.Fence? Fence { get; init; }

        public bool IsEmptyItem => Lines is [{ IsItem: true, Text.Value.Length: 0 }];

        public PageBlock ToBlock()
        {
            if (Fence is not null)
                return Fence;
            var first = Lines[0];
            var span = new SourceSpan(first.Whole.Span.Offset, (int)(Lines[^1].Whole.Span.End - first.Whole.Span.Offset));
            if (Heading is not null)
                return new PageBlock.Heading(Heading, 2) { Span = span };
            var text = PageText.Join([.. Lines.Select(line => line.Text).Where(text => text.Value.Length > 0)], ' ');
            return first.IsItem
                ? new PageBlock.Item(text, first.Number is not null, first.Number ?? 0, first.Indent) { Span = span }
                : new PageBlock.Paragraph(text) { Span = span };
        }
    }
}
