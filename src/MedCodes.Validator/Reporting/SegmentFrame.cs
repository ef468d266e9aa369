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
        var windowStart = Math.Max(0, span.Offset - LongestSegment);
        var window = source.Read(windowStart, 2 * LongestSegment);
        var isFirst = windowStart == 0;
        var isLast = windowStart + window.Length >= source.File.Length;
        if (SegmentAround(window, (int)Math.Min(span.Offset - windowStart, window.Length), separators.Terminator, isFirst, isLast) is not var (start, end))
            return null;

        var from = (int)Math.Clamp(span.Offset - windowStart - start, 0, end - start);
        var to = (int)Math.Clamp(span.End - windowStart - start, from, end - start);
        return MaskedSegment.Shown(window[start..end], separators, phi, from, to);
    }

    private static (int Start, int End)? SegmentAround(ReadOnlySpan<byte> window, int middle, byte terminator, bool isFirst, bool isLast)
    {
        var start = window[..middle].LastIndexOf(terminator) + 1;
        if (start == 0 && !isFirst)
            return null;
        while (start < middle && window[start] is (byte)'\r' or (byte)'\n' or (byte)' ')
            start++;

        var length = window[middle..].IndexOf(terminator);
        if (length < 0 && !isLast)
            return null;
        return (start, length < 0 ? window.Length : middle + length);
    }
}
