using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace MedCodes.Validator.Reading.Text;

/// <summary>
/// An HTML page as the parser of the standard builds it, each of its texts with the characters that it was written with. The parser tells
/// where each token stands and each element begins; the texts of the tree are found again among the tokens, which it only moves where a
/// table holds text outside its cells.
/// </summary>
internal sealed class HtmlTree
{
    // No page nests like that; what stays open makes the parser slow, as it looks through all of it at each tag.
    private const int MostOpen = 1000;

    // How many texts that the parser moved away are looked over for one; more come with hostile input only, whose places are then those of its elements.
    private const int MostMoved = 1000;

    /// <summary>What needs no end tag, or has none.</summary>
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "body", "caption", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody", "td", "tfoot", "th", "thead", "tr",
    };

    private readonly string _text;
    private readonly List<(int Start, int End)> _tokens = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<INode, List<(int Start, int End)>> _places = [];
    private readonly bool[] _isTaken = [];
    private int _deepest;
    private int _next;

    private HtmlTree(string text)
    {
        _text = text;
        var options = new HtmlParserOptions { IsKeepingSourceReferences = true, IsNotConsumingCharacterReferences = true, OnToken = Note };
        Body = new HtmlParser(options).ParseDocument(text).Body;
        _isTaken = new bool[_tokens.Count];
        if (Body is not null)
            Place(Body.Owner!);
    }

    /// <summary>The body; null where there is none, as in a set of frames.</summary>
    public IElement? Body { get; }

    /// <summary>Parses a page; null where it is nested too deep.</summary>
    public static HtmlTree? Parse(string text)
    {
        try
        {
            return new HtmlTree(text);
        }
        catch (TooDeepException)
        {
            return null;
        }
    }

    /// <summary>Where a text was written: the characters of each of its pieces, references such as "&amp;amp;" as they stand there.</summary>
    public IReadOnlyList<(int Start, int End)> PlacesOf(INode text) => _places.GetValueOrDefault(text) ?? [];

    /// <summary>The character at which an element begins.</summary>
    public static int StartOf(INode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (node is IElement { SourceReference.Position: { Index: >= 0 } position })
                return position.Index;
        }

        return 0;
    }

    private void Note(HtmlToken token, TextRange range)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character when !token.Data.AsSpan().IsWhiteSpace():
                _tokens.Add((range.Start.Index, Math.Min(range.End.Index, _text.Length)));
                break;
            case HtmlTokenType.StartTag when !Unclosed.Contains(token.Name) && !token.AsTag().IsSelfClosing:
                _open[token.Name] = _open.GetValueOrDefault(token.Name) + 1;
                if (++_deepest > MostOpen)
                    throw new TooDeepException();
                break;
            case HtmlTokenType.EndTag when _open.GetValueOrDefault(token.Name) is > 0 and var open:
                _open[token.Name] = open - 1;
                _deepest--;
                break;
        }
    }

    private void Place(INode node)
    {
        if (node is IText text)
            Place(text);
        foreach (var child in node.ChildNodes)
            Place(child);
        if (node is IHtmlTemplateElement template)
            Place(template.Content);
    }

    private void Place(IText node)
    {
        var data = node.Data.AsSpan();
        while (!data.IsWhiteSpace())
        {
            if (Find(data, StartOf(node.Parent)) is not { } found)
                return;
            _isTaken[found.Token] = true;
            while (_next < _tokens.Count && _isTaken[_next])
                _next++;
            if (!_places.TryGetValue(node, out var places))
                _places[node] = places = [];
            places.Add(_tokens[found.Token]);
            data = data[found.Length..];
        }
    }

    private (int Token, int Length)? Find(ReadOnlySpan<char> data, int from)
    {
        var looked = 0;
        for (var token = _next; token < _tokens.Count && looked < MostMoved; token++)
        {
            if (_isTaken[token] || _tokens[token].Start < from)
                continue;
            looked++;
            if (LengthIn(data, _text.AsSpan(_tokens[token].Start, _tokens[token].End - _tokens[token].Start)) is { } length)
                return (token, length);
        }

        return null;
    }

    /// <summary>How many characters at the start of a text are those of a token; null where they are others.</summary>
    private static int? LengthIn(ReadOnlySpan<char> data, ReadOnlySpan<char> token)
    {
        var at = 0;
        foreach (var c in token)
        {
            if (IsLost(c))
                continue;
            while (at < data.Length && IsLost(data[at]))
                at++;
            if (at == data.Length || data[at] != c)
                return null;
            at++;
        }

        return at;
    }

    /// <summary>What the parser may leave out or write otherwise: white space and the null character.</summary>
    private static bool IsLost(char c) => char.IsWhiteSpace(c) || c is '\0' or '\uFFFD';

    /// <summary>The parser's callback has no other way to end it.</summary>
    private sealed class TooDeepException : Exception;
}
