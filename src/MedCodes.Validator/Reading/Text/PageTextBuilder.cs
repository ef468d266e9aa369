using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Puts a text together from pieces of the source, one blank for each run of white space.</summary>
internal sealed class PageTextBuilder(PageDecoding page)
{
    private readonly StringBuilder _text = new();

    // Places are kept only from where a character is not the byte behind that of the one before it.
    private readonly ImmutableArray<int>.Builder _starts = ImmutableArray.CreateBuilder<int>();
    private readonly ImmutableArray<int>.Builder _ends = ImmutableArray.CreateBuilder<int>();
    private bool _isPlain = true;
    private int _first;

    /// <summary>Whether nothing but white space was added.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Adds characters of the source as they stand there.</summary>
    public void AddSource(int start, int end)
    {
        if (end > start && TryAddRun(page.Text.AsSpan(start, end - start), start))
            return;
        for (var i = start; i < end; i++)
            Add(page.Text[i], i, i + 1);
    }

    /// <summary>Adds characters that stand in a part of the source, perhaps with escapes between them.</summary>
    public void AddAligned(ReadOnlySpan<char> value, int start, int end)
    {
        end = Math.Min(end, page.Text.Length);
        if (start + value.Length <= end && page.Text.AsSpan(start, value.Length).SequenceEqual(value) && TryAddRun(value, start))
            return;
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
        var span = page.Span(start, end);
        if (_text.Length == 0)
            _first = (int)span.Offset;
        if (_isPlain && (span.Offset != _first + _text.Length || span.Length != 1))
            SpellPlaces();
        _text.Append(blank ? ' ' : c);
        if (_isPlain)
            return;
        _starts.Add((int)span.Offset);
        _ends.Add((int)span.End);
    }

    /// <summary>The text, without a blank at its end; the builder is empty then.</summary>
    public PageText Build()
    {
        var length = _text.Length > 0 && _text[^1] == ' ' ? _text.Length - 1 : _text.Length;
        var value = _text.ToString(0, length);
        if (!_isPlain)
            _starts.Count = _ends.Count = length;
        var text = _isPlain && length > 0 ? new PageText(value, _first) : new PageText(value, _starts.ToImmutable(), _ends.ToImmutable());
        _text.Clear();
        _starts.Clear();
        _ends.Clear();
        _isPlain = true;
        return text;
    }

    /// <summary>Adds characters one behind the other at once; false where one of them needs a place of its own or is left out.</summary>
    private bool TryAddRun(ReadOnlySpan<char> value, int start)
    {
        if (!_isPlain || !page.IsOneByteEach || (_text.Length > 0 && start != _first + _text.Length))
            return false;
        var before = _text.Length > 0 ? _text[^1] : ' ';
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c) && (c != ' ' || before == ' '))
                return false;
            before = c;
        }

        if (_text.Length == 0)
            _first = start;
        _text.Append(value);
        return true;
    }

    private void SpellPlaces()
    {
        for (var i = 0; i < _text.Length; i++)
        {
            _starts.Add(_first + i);
            _ends.Add(_first + i + 1);
        }

        _isPlain = false;
    }
}
