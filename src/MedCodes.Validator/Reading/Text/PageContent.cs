using System.Buffers;

namespace MedCodes.Validator.Reading.Text;

/// <summary>A cheap look at the first bytes of a file that tells pages from claims and from what is neither.</summary>
internal static class PageContent
{
    /// <summary>The bytes worth looking at.</summary>
    public const int SampleLength = 1 << 16;

    /// <summary>The longest page that is read. The longest known ones have some 30 kB; more than this is data, not text.</summary>
    public const int LongestPage = 4 << 20;

    // More than 2 % of control characters is no text: random bytes have 10 %, UTF-16 half, a page with a few damaged bytes less.
    private const int TextPerControl = 50;

    /// <summary>What control characters are that no text has.</summary>
    private static readonly SearchValues<byte> Control = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(value => value is not ('\t' or '\n' or '\v' or '\f' or '\r')).Select(value => (byte)value), 127]);

    /// <summary>What a file is.</summary>
    /// <param name="sample">Its first bytes, all of them or <see cref="SampleLength"/>.</param>
    /// <param name="length">Its length.</param>
    public static PageContentKind Of(ReadOnlySpan<byte> sample, long length)
    {
        sample = sample.StartsWith("\uFEFF"u8) ? sample[3..] : sample;
        var text = sample.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty && length <= sample.Length + 3)
            return PageContentKind.Empty;
        // Envelope segments of X12; the byte behind the name is the element separator.
        if (text.Length > 3 && text.StartsWith("ISA"u8) && !char.IsAsciiLetterOrDigit((char)text[3]) && text[3] != ' ')
            return PageContentKind.Claims;
        if (text.Length > 2 && (text.StartsWith("GS"u8) || text.StartsWith("ST"u8)) && text[2] is (byte)'*' or (byte)'|' or (byte)'^')
            return PageContentKind.Claims;
        if (text.StartsWith("%PDF-"u8) || text.StartsWith("{\\rtf"u8))
            return PageContentKind.Binary;
        // A resource of FHIR, alone or one a line: its texts have words of pages, and it is none.
        if (text.StartsWith("{"u8) && text.IndexOf("\"resourceType\""u8) >= 0)
            return PageContentKind.OtherData;
        var controls = 0;
        for (var rest = sample; rest.IndexOfAny(Control) is >= 0 and var at; rest = rest[(at + 1)..])
            controls++;
        if (controls * TextPerControl > sample.Length)
            return PageContentKind.Binary;
        return length > LongestPage ? PageContentKind.TooLong : PageContentKind.Page;
    }
}

/// <summary>What the first bytes of a file say that it is.</summary>
internal enum PageContentKind
{
    /// <summary>Nothing but blanks.</summary>
    Empty = 1,

    /// <summary>X12 claims.</summary>
    Claims,

    /// <summary>Not text.</summary>
    Binary,

    /// <summary>Data of a known form that is neither claims nor a page.</summary>
    OtherData,

    /// <summary>Text, but far longer than any page.</summary>
    TooLong,

    /// <summary>Text of a page's length.</summary>
    Page,
}
