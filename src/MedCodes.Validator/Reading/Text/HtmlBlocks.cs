using System.Collections.Frozen;
using System.Collections.Immutable;
using AngleSharp.Dom;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads an HTML page: headings, paragraphs, lists, rows of tables, examples. What shows nothing and what is the site's is left out.</summary>
internal sealed class HtmlBlocks
{
    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(StringComparer.Ordinal,
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "textarea", "select", "button", "dialog");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.Ordinal,
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private readonly HeadingBook _headings;
    private readonly PageFile _file;
    private readonly PageTextBuilder _line;
    private readonly List<PageText> _lines = [];
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();
    private State _state;
    private HtmlTree? _tree;
    private int _at;

    public HtmlBlocks(HeadingBook headings, PageFile file)
    {
        _headings = headings;
        _file = file;
        _line = new PageTextBuilder(file.Page);
    }

    /// <summary>The page.</summary>
    public PageReading Read()
    {
        _tree = HtmlTree.Parse(_file.Page.Text);
        if (_tree is null)
            return new PageReading([], [_file.Fault(FaultKind.PageNestedTooDeep, new SourceSpan(0, 0), "elements that a reader can follow")]);
        if (_tree.Body is { } body)
            AddAll(body);
        CloseBlock();
        return _file.Reading([_file.Document(LabelledParagraphs.Open(_blocks.ToImmutable(), _headings))]);
    }

    private void AddAll(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
                Add(text);
            else if (node is IElement element && !IsHidden(element))
                Add(element);
        }
    }

    // An element that was never closed swallows the page behind it.
    private bool IsHidden(IElement element) =>
        Skipped.Contains(element.LocalName)
        || (element.LocalName is "nav" or "footer" && !element.QuerySelectorAll("h1,h2,h3").Any(heading => _headings.Knows(heading.TextContent.Trim())))
        || element.HasAttribute("hidden")
        || element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    private void Add(IText node)
    {
        var places = _tree!.PlacesOf(node);
        if (places.Count == 0)
        {
            // Nothing but blanks.
            _line.Add(' ', _at, _at);
            return;
        }

        foreach (var (start, end) in places)
        {
            for (_at = start; _at < end;)
                AddCharacter(end);
        }
    }

    private void AddCharacter(int end)
    {
        var text = _file.Page.Text.AsSpan(_at, end - _at);
        if (_state.KeepsLines && text[0] is '\n' or '\r')
            CloseLine();
        var (value, length) = HtmlReference.Read(text) is { } reference ? reference : (null, 1);
        if (value is null)
            _line.AddSource(_at, _at + 1);
        foreach (var rune in (value ?? "").EnumerateRunes().Where(rune => !PageDecoding.IsWidthless(rune.Value)))
        {
            foreach (var c in rune.ToString())
                _line.Add(c, _at, _at + length);
        }

        _at += length;
    }

    private void Add(IElement element)
    {
        _at = HtmlTree.StartOf(element);
        switch (element.LocalName)
        {
            case "br":
                CloseLine();
                break;
            case "p" or "div" when _state.IsRow:
                _line.Add(' ', _at, _at);
                AddAll(element);
                _line.Add(' ', _at, _at);
                break;
            // A paragraph inside an item goes on with it; each cell is a line, until its row ends.
            case "td" or "th" when _state.IsRow:
            case "p" or "div" when _state.Item == ItemState.Open:
                CloseLine();
                AddAll(element);
                CloseLine();
                break;
            case var name when Inline.Contains(name):
                AddAll(element);
                break;
            default:
                AddBlock(element);
                break;
        }
    }

    private void AddBlock(IElement element)
    {
        CloseBlock();
        var before = _state;
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6']:
                _state = _state with { HeadingLevel = element.LocalName[1] - '0' };
                break;
            case "ul" or "menu":
                _state = _state with { Depth = _state.Depth + 1, IsOrdered = false, Item = ItemState.None };
                break;
            case "ol":
                _state = _state with { Depth = _state.Depth + 1, IsOrdered = true, Item = ItemState.None, Number = NumberOf(element, "start") is { } start ? start - 1 : 0 };
                break;
            case "li":
                _state = before = _state with { Number = NumberOf(element, "value") ?? _state.Number + 1 };
                _state = _state with { Item = ItemState.Open };
                break;
            case "tr" when element.Children.All(IsPlainCell):
                _state = _state with { IsRow = true };
                break;
            case "pre" when MarkOf(element) is { } mark:
                AddFence(element, mark);
                return;
            case "pre":
                _state = _state with { KeepsLines = true };
                break;
            case "table":
                _state = _state with { IsRow = false };
                break;
        }

        AddAll(element);
        CloseBlock();

        // An item whose text has been told goes on as a paragraph behind the list inside it.
        _state = before with { Item = before.Item == ItemState.Open && element.LocalName != "li" ? ItemState.Told : before.Item };
    }

    private static int? NumberOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), out var number) && number is >= 0 and < 1000 ? number : null;

    /// <summary>Whether a cell is one of a table of words, and none of a page that was laid out as a table.</summary>
    private static bool IsPlainCell(IElement cell) =>
        cell.QuerySelector("h1,h2,h3,h4,h5,h6,ul,ol,table,pre") is null && cell.QuerySelectorAll("p,div").Length <= 1;

    /// <summary>The words that mark a block of code, as in "class=language-claim"; null where it has none.</summary>
    private static string? MarkOf(IElement block)
    {
        const string prefix = "language-";
        var names = block.QuerySelector("code[class]")?.ClassList ?? block.ClassList;
        var first = names.FirstOrDefault(name => name.StartsWith(prefix, StringComparison.Ordinal));
        return first is null ? null : string.Join(' ', names.Where(name => name != first).Prepend(first[prefix.Length..]));
    }

    private void AddFence(IElement block, string mark)
    {
        var places = block.Descendants<IText>().SelectMany(_tree!.PlacesOf).ToList();
        if (places.Count == 0)
            return;
        var content = _file.Page.Span(places[0].Start, places[^1].End);
        _blocks.Add(new PageBlock.Fence(mark, [content]) { Span = _file.Page.Span(_at, places[^1].End) });
    }

    private void CloseLine()
    {
        if (!_line.IsEmpty)
            _lines.Add(_line.Build());
    }

    private void CloseBlock()
    {
        CloseLine();
        if (_lines.Count == 0)
            return;
        if (_state.HeadingLevel > 0)
            AddHeading(PageText.Join([.. _lines], ' '), _state.HeadingLevel);
        else if (_state.Item == ItemState.Open)
            AddItem(PageText.Join([.. _lines], ' '));
        else if (_state.IsRow)
            AddParagraph(PageText.Join([.. _lines], ';'));
        else
            _lines.ForEach(AddParagraph);
        _lines.Clear();
    }

    private void AddHeading(PageText text, int level)
    {
        var split = _headings.TrySplit(text, out var heading, out var rest);
        _blocks.Add(new PageBlock.Heading(split ? heading : HeadingBook.Words(text), level) { Span = text.Span });
        if (split)
            _blocks.Add(new PageBlock.Paragraph(rest) { Span = rest.Span });
    }

    private void AddItem(PageText text)
    {
        _blocks.Add(new PageBlock.Item(text, _state.IsOrdered, _state.IsOrdered ? _state.Number : 0, Math.Max(_state.Depth, 1)) { Span = text.Span });
        _state = _state with { Item = ItemState.Told };
    }

    /// <summary>A line; one that begins with a bullet or number is an item, and a label such as "CPT code: 64491" a heading, as people write them.</summary>
    private void AddParagraph(PageText text)
    {
        if (_headings.Knows(text.Value) || _headings.TrySplit(text, out _, out _))
            AddHeading(text, 2);
        else if (PageLine.TrySplitMark(text, out var item, out var number) && item.Value.Length > 0)
            _blocks.Add(new PageBlock.Item(item, number is not null, number ?? 0, 1) { Span = text.Span });
        else
            _blocks.Add(new PageBlock.Paragraph(text) { Span = text.Span });
    }

    /// <summary>Whether a text stands in an item of a list.</summary>
    private enum ItemState
    {
        None,

        /// <summary>It is the item's text.</summary>
        Open,

        /// <summary>It comes behind what ended the item's text.</summary>
        Told,
    }

    /// <summary>What is open around a text.</summary>
    private readonly record struct State(int HeadingLevel, int Depth, bool IsOrdered, int Number, ItemState Item, bool IsRow, bool KeepsLines);
}
