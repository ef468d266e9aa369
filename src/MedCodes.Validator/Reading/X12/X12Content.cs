namespace MedCodes.Validator.Reading.X12;

/// <summary>Tells claim files from pages by their first bytes.</summary>
internal static class X12Content
{
    /// <summary>Bytes of a file's start that are enough to decide.</summary>
    public const int Enough = 1024;

    /// <summary>Whether the bytes that a file starts with are X12, be it damaged.</summary>
    /// <param name="start">The first bytes of the file, <see cref="Enough"/> of them where it has them.</param>
    public static bool LooksLike(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (BeginsSegment(text, "ISA"u8) || BeginsSegment(text, "GS"u8) || BeginsSegment(text, "ST"u8) || BeginsSegment(text, "BHT"u8))
            return true;
        for (var rest = start; rest.IndexOf("ISA"u8) is >= 0 and var place; rest = rest[(place + 1)..])
        {
            if (X12Header.TryRead(rest[place..], out var delimiters, out _) && delimiters.AreUsable)
                return true;
        }

        return false;
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
