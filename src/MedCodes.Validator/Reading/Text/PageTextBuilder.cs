using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Puts a text together from pieces of the source, one blank for each run of white space.</summary>
internal sealed class PageTextBuilder(PageDecoding page)
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<int>.Builder _starts = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _ends = ImmutableArray.CreateBuilder<int>();

    /// <summary>Whether nothing but white space was added.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds characters of the source as they stand there.</summary>
    public void AddSource(int start, int end)
    {
        for (var i = start; i < end; i++)
            Add(page.Text[i], i, i + 1);
    }

    /// <summary>Adds characters that stand in a part of the source, perhaps with escapes between them.</summary>
    public void AddAligned(ReadOnlySpan<char> value, int start, int end)
    {
        end = Math.Min(end, page.Text.Length);
        var at = start;
        foreach (var c in value)
        {
            var offset = at < end ? page.Text.AsSpan(at, end - at).IndexOf(c) : -1;
            if (offset < 0)
            {
                Add(c, start, end);
                continue;
            }

            Add(c, at + offset, at + offset + 1);
            at += offset + 1;
        }
    }

    /// <summary>Adds a character for which some characters of the source stand.</summary>
    public void Add(char c, int start, int end)
    {
        var blank = char.IsWhiteSpace(c);
        if (blank && (_text.Length == 0 || _text[^1] == ' '))
            return;
        _text.Append(blank ? ' ' : c);
        var span = page.Span(start, end);
        _starts.Add((int)span.Offset);
        _ends.Add((int)span.End);
    }

    /// <summary>The text, without a blank at its end; the builder is empty then.</summary>
    public PageText Build()
    {
        var length = _text.Length > 0 && _text[^1] == ' ' ? _text.Length - 1 : _text.Length;
        _starts.Count = length;
        _ends.Count = length;
        var text = new PageText(_text.ToString(0, length), _starts.ToImmutable(), _ends.ToImmutable());
        _text.Clear();
        _starts.Clear();
        _ends.Clear();
        return text;
    }
}
