namespace MedCodes.Validator.Reading.X12;

/// <summary>Where a text shows that it is Markdown or HTML, which may quote claims and is none.</summary>
/// <param name="First">The first byte of its first heading, fence or front matter, or of its tags where it begins with one; the length of the text where it has none.</param>
/// <param name="Fence">The first byte of its first fence, or of its tags; the length of the text where it has none.</param>
internal readonly record struct PageMarks(int First, int Fence)
{
    private const int DeepestHeading = 6;

    /// <summary>Looks for the marks.</summary>
    /// <param name="text">The first bytes of a file, without blanks before them.</param>
    public static PageMarks Of(ReadOnlySpan<byte> text)
    {
        if (text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter((char)text[1]) || text[1] == '!'))
            return new PageMarks(0, 0);
        var first = text.Length;
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var line = (length < 0 ? rest : rest[..length]).Trim(" \t"u8);
            if (line.StartsWith("```"u8) || line.StartsWith("~~~"u8))
                return new PageMarks(Math.Min(first, at), at);
            if (IsHeading(line) || (at == 0 && line.SequenceEqual("---"u8)))
                first = Math.Min(first, at);
            at += length < 0 ? rest.Length : length + 1;
        }

        return new PageMarks(first, text.Length);
    }

    private static bool IsHeading(ReadOnlySpan<byte> line)
    {
        var depth = line.IndexOfAnyExcept((byte)'#');
        return depth is >= 1 and <= DeepestHeading && line[depth] == ' ';
    }
}
