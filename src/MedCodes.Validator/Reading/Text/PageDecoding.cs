using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>The characters of a page, each with its bytes.</summary>
internal sealed class PageDecoding
{
    /// <summary>Bytes that are not UTF-8 are taken for the Windows superset of Latin-1, which never fails and keeps one character a byte.</summary>
    private static readonly Encoding Fallback = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Not there where each character is the byte with its index, as on most pages.
    private readonly ImmutableArray<int> _starts;
    private readonly ImmutableArray<int> _ends;

    private PageDecoding(string text, ImmutableArray<int> starts, ImmutableArray<int> ends, int? firstBad)
    {
        Text = text;
        _starts = starts;
        _ends = ends;
        FirstBad = firstBad;
    }

    /// <summary>The characters; those without width are left out.</summary>
    public string Text { get; }

    /// <summary>The offset of the first byte that is not UTF-8; null where all are.</summary>
    public int? FirstBad { get; }

    /// <summary>Whether each character is the byte with its index.</summary>
    public bool IsOneByteEach => _starts.IsDefault;

    /// <summary>Decodes all bytes.</summary>
    public static PageDecoding Of(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return new PageDecoding(Encoding.ASCII.GetString(bytes), default, default, null);
        var text = new StringBuilder(bytes.Length);
        var starts = ImmutableArray.CreateBuilder<int>(bytes.Length);
        var ends = ImmutableArray.CreateBuilder<int>(bytes.Length);
        int? firstBad = null;
        Span<char> units = stackalloc char[2];
        for (var at = 0; at < bytes.Length;)
        {
            var width = 1;
            var count = 1;
            if (bytes[at] < 0x80)
            {
                units[0] = (char)bytes[at];
            }
            else if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var used) == OperationStatus.Done)
            {
                width = used;
                count = IsWidthless(rune.Value) ? 0 : rune.EncodeToUtf16(units);
            }
            else
            {
                firstBad ??= at;
                Fallback.GetChars(bytes.Slice(at, 1), units);
            }

            for (var i = 0; i < count; i++)
            {
                text.Append(units[i]);
                starts.Add(at);
                ends.Add(at + width);
            }

            at += width;
        }

        return new PageDecoding(text.ToString(), starts.ToImmutable(), ends.ToImmutable(), firstBad);
    }

    /// <summary>The text from one character to before another, without blanks at its ends.</summary>
    public PageText Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;

        // As many bytes as characters: one each.
        if (_starts.IsDefault || (start < end && _ends[end - 1] - _starts[start] == end - start))
            return new PageText(Text[start..end], start < Text.Length ? StartOf(start) : 0);
        return new PageText(Text[start..end], _starts[start..end], _ends[start..end], start < _starts.Length ? _starts[start] : 0);
    }

    /// <summary>The bytes from one character to before another; both may lie outside the text.</summary>
    public SourceSpan Span(int start, int end)
    {
        start = Math.Clamp(start, 0, Text.Length);
        end = Math.Clamp(end, start, Text.Length);
        var offset = start < Text.Length ? StartOf(start) : EndOf(Text.Length - 1);
        return new SourceSpan(offset, end > start ? EndOf(end - 1) - offset : 0);
    }

    private int StartOf(int character) => _starts.IsDefault ? character : _starts[character];

    private int EndOf(int character) => _ends.IsDefault ? character + 1 : character < 0 ? 0 : _ends[character];

    /// <summary>Whether a character is a byte order mark, a zero-width blank or joiner or a soft hyphen: left behind by copying from web pages.</summary>
    public static bool IsWidthless(int value) => value is 0xFEFF or (>= 0x200B and <= 0x200D) or 0x2060 or 0xAD;
}
