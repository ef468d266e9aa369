using System.Collections.Frozen;
using System.Text;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Tells claim files from pages by their first bytes.</summary>
internal static class X12Content
{
    private const int FewestSegments = 4;

    // The elements of claims have some five characters each; what a page has stars for is longer.
    private const int LongestMean = 20;

    private static readonly FrozenSet<string> OfClaims = FrozenSet.ToFrozenSet(
        ["BHT", "CAS", "CLM", "DMG", "DTP", "GE", "GS", "HI", "HL", "IEA", "LX", "N3", "N4", "NM1", "OI", "PAT", "PER", "PRV", "REF", "SBR", "SE", "ST", "SV1", "SV2", "SVD"],
        StringComparer.Ordinal);

    /// <summary>Bytes of a file's start that are enough to decide.</summary>
    public const int Enough = 1024;

    /// <summary>Whether the bytes that a file starts with are X12, be it damaged.</summary>
    /// <param name="start">The first bytes of the file, <see cref="Enough"/> of them where it has them.</param>
    public static bool LooksLike(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (BeginsSegment(text, "ISA"u8) || BeginsSegment(text, "GS"u8) || BeginsSegment(text, "ST"u8) || BeginsSegment(text, "BHT"u8))
            return true;
        // A header may follow words, but not those of a page; what a page has between fences it only quotes.
        var marks = PageMarks.Of(text);
        return HasHeader(text, marks.First) || IsMostlySegments(text[..marks.Fence]);
    }

    /// <summary>Whether a text that is named as claims is parted as claims are, though no header and few names of segments are left.</summary>
    public static bool IsMostlyElements(ReadOnlySpan<byte> text) => text.Count((byte)'*') * LongestMean > text.Length;

    private static bool HasHeader(ReadOnlySpan<byte> text, int before)
    {
        for (var from = 0; text[from..before].IndexOf("ISA"u8) is >= 0 and var place; from += place + 1)
        {
            if (X12Header.TryRead(text[(from + place)..], out var delimiters, out _) && delimiters.AreUsable)
                return true;
        }

        return false;
    }

    // A file whose header is lost or damaged is claims all the same; a page that quotes some segments is mostly words.
    private static bool IsMostlySegments(ReadOnlySpan<byte> text)
    {
        var (segments, all) = (0, 0);
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny("~\r\n"u8);
            var piece = (end < 0 ? text : text[..end]).Trim(" \t"u8);
            text = end < 0 ? [] : text[(end + 1)..];
            if (piece.IsEmpty)
                continue;
            all++;
            var name = piece.IndexOfAny("*|^"u8);
            if (name is 2 or 3 && OfClaims.Contains(Encoding.ASCII.GetString(piece[..name])))
                segments++;
        }

        return segments >= FewestSegments && segments * 2 > all;
    }

    private static bool BeginsSegment(ReadOnlySpan<byte> text, ReadOnlySpan<byte> id) =>
        text.Length > id.Length + 1 && text.StartsWith(id) && X12Delimiters.IsDelimiter(text[id.Length])
        && text[(id.Length + 1)..].IndexOf(text[id.Length]) is > 0 and var length && IsCode(text.Slice(id.Length + 1, length));

    // The first element of these segments is a code of two to four characters.
    private static bool IsCode(ReadOnlySpan<byte> element)
    {
        foreach (var b in element)
        {
            if (!char.IsAsciiLetterOrDigit((char)b))
                return false;
        }

        return element.Length is >= 2 and <= 4;
    }
}
