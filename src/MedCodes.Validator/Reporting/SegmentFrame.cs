using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Quotes the segment of a claim file that a finding points to, every element masked that is not known to be safe.</summary>
internal static class SegmentFrame
{
    // No segment of an 837 is near as long; what is longer is damage and not quoted.
    private const int LongestSegment = 2048;

    /// <summary>The frame; null where the bytes around the place do not make a segment.</summary>
    public static Frame? Of(SourceView source, SourceSpan span, PhiLevel phi)
    {
        if (source.Interchanges.At(span.Offset) is not { } separators)
            return null;
        if (SegmentAround(source, span.Offset, separators.Terminator) is not { } segment)
            return null;

        var tokens = MaskedSegment.Tokens(segment.Bytes, separators, phi);
        var from = (int)Math.Clamp(span.Offset - segment.Start, 0, segment.Bytes.Length);
        var to = (int)Math.Clamp(span.End - segment.Start, from, segment.Bytes.Length);
        return Drawn(tokens, from, to);
    }

    private static (long Start, byte[] Bytes)? SegmentAround(SourceView source, long offset, byte terminator)
    {
        var windowStart = Math.Max(0, offset - LongestSegment);
        var window = source.Read(windowStart, 2 * LongestSegment);
        var middle = (int)Math.Min(offset - windowStart, window.Length);

        var start = window[..middle].LastIndexOf(terminator) + 1;
        if (start == 0 && windowStart > 0)
            return null;
        while (start < middle && window[start] is (byte)'\r' or (byte)'\n' or (byte)' ')
            start++;

        var length = window[middle..].IndexOf(terminator);
        if (length < 0 && windowStart + window.Length < source.File.Length)
            return null;
        var end = length < 0 ? window.Length : middle + length;
        return (windowStart + start, window[start..end].ToArray());
    }

    private static Frame Drawn(IReadOnlyList<MaskedToken> tokens, int from, int to)
    {
        var text = new StringBuilder();
        var (start, end) = (-1, -1);
        foreach (var token in tokens)
        {
            var meant = from == to
                ? token.Start <= from && from < token.Start + token.Length
                : token.Start < to && from < token.Start + token.Length;
            if (meant && start < 0)
                start = text.Length;
            text.Append(token.Shown);
            if (meant)
                end = text.Length;
        }

        // A place behind the last element: something is missing there.
        if (start < 0)
            (start, end) = (text.Length, text.Length + 1);
        return new Frame(text.ToString(), start, Math.Max(1, end - start));
    }
}
