using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>
/// Reads an HTML page. A scanner of its own rather than a parser: every character must keep its bytes, which a tree of elements loses, and
/// a page needs no more than headings, lists and where a line ends. Whatever is malformed is text or is skipped.
/// </summary>
internal sealed class HtmlBlocks
{
    // The longest name of an entity has 33 characters, "&" and ";" included.
    private const int LongestEntity = 33;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "script", "style", "head", "noscript", "template", "svg", "iframe", "object", "textarea", "select");

    private static readonly FrozenSet<string> Inline = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp",
        "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");

    private readonly HeadingBook _headings;
    private readonly PageDecoding _page;
    private readonly PageTextBuilder _line;
    private readonly List<PageText> _lines = [];
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();
    private readonly Stack<(bool Ordered, int Count)> _lists = [];
    private int _headingLevel;
    private bool _inItem;

    public HtmlBlocks(HeadingBook headings, PageDecoding page)
    {
        _headings = headings;
        _page = page;
        _line = new PageTextBuilder(page);
    }

    /// <summary>The blocks in the order of the page.</summary>
    public ImmutableArray<PageBlock> Build()
    {
        var text = _page.Text;
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '<' => Tag(at),
                '&' => Entity(at),
                _ => Character(at),
            };
        }

        CloseBlock();
        return _blocks.ToImmutable();
    }

    private int Character(int at)
    {
        _line.AddSource(at, at + 1);
        return at + 1;
    }

    private int Entity(int at)
    {
        var length = _page.Text.AsSpan(at, Math.Min(LongestEntity, _page.Text.Length - at)).IndexOf(';');
        if (length < 0)
            return Character(at);
        var written = _page.Text.Substring(at, length + 1);
        var decoded = WebUtility.HtmlDecode(written);
        if (decoded == written)
            return Character(at);
        foreach (var c in decoded)
            _line.Add(c, at, at + written.Length);
        return at + written.Length;
    }

    private int Tag(int at)
    {
        var text = _page.Text.AsSpan(at);
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            return text.IndexOf("-->", StringComparison.Ordinal) is >= 0 and var comment ? at + comment + 3 : _page.Text.Length;
        var closing = text.Length > 1 && text[1] == '/';
        var name = text[(closing ? 2 : 1)..];
        var nameLength = name.IndexOfAnyExcept(NameCharacters) is >= 0 and var length ? length : name.Length;
        if ((nameLength == 0 || !char.IsAsciiLetter(name[0])) && !(text.Length > 1 && text[1] is '!' or '?'))
            return Character(at);
        var end = EndOfTag(at);
        var tag = name[..nameLength].ToString();
        if (!closing && Skipped.Contains(tag) && _page.Text[end - 1] == '>' && _page.Text[end - 2] != '/')
            return EndOfElement(tag, end);
        if (text[1] is not ('!' or '?') && !Inline.Contains(tag))
            Apply(tag.ToUpperInvariant(), closing, at);
        return end;
    }

    /// <summary>The index behind the ">" that ends a tag; one in a quoted attribute does not.</summary>
    private int EndOfTag(int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < _page.Text.Length; i++)
        {
            var c = _page.Text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && _page.Text[i - 1] == '=')
                quote = c;
            else if (c == '>')
                return i + 1;
        }

        return _page.Text.Length;
    }

    private int EndOfElement(string tag, int from)
    {
        var close = _page.Text.IndexOf("</" + tag, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? _page.Text.Length : EndOfTag(close);
    }

    private void Apply(string tag, bool closing, int at)
    {
        if (tag == "BR")
        {
            CloseLine();
            return;
        }

        // A paragraph inside an item goes on with the item.
        if (tag is "P" or "DIV" && _inItem)
        {
            CloseLine();
            return;
        }

        if (tag is "TD" or "TH")
        {
            // A cell is a clause of its own.
            if (!closing && !_line.IsEmpty)
                _line.Add(';', at, at);
            return;
        }

        CloseBlock();
        switch (tag)
        {
            case ['H', >= '1' and <= '6']:
                _headingLevel = closing ? 0 : tag[1] - '0';
                break;
            case "UL" or "OL" when !closing:
                _lists.Push((tag == "OL", 0));
                break;
            case "UL" or "OL":
                _lists.TryPop(out _);
                _inItem = false;
                break;
            case "LI":
                _inItem = !closing;
                if (!closing && _lists.TryPop(out var list))
                    _lists.Push(list with { Count = list.Count + 1 });
                break;
        }
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
        if (_headingLevel > 0)
            AddHeading(PageText.Join([.. _lines], ' '), _headingLevel);
        else if (_inItem)
            AddItem(PageText.Join([.. _lines], ' '));
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
        var list = _lists.Count > 0 ? _lists.Peek() : (Ordered: false, Count: 0);
        _blocks.Add(new PageBlock.Item(text, list.Ordered, list.Ordered ? list.Count : 0, Math.Max(_lists.Count, 1)) { Span = text.Span });
    }

    /// <summary>A line; a label such as "CPT code: 64491" is a heading, as people write it.</summary>
    private void AddParagraph(PageText text)
    {
        if (_headings.Knows(text.Value) || _headings.TrySplit(text, out _, out _))
            AddHeading(text, 2);
        else
            _blocks.Add(new PageBlock.Paragraph(text) { Span = text.Span });
    }
}
