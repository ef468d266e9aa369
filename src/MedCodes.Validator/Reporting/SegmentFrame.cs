using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Quotes the segment of a claim file that a finding points to, every element masked that is not known to be safe.</summary>
internal static class SegmentFrame
{
    // No segment of an 837 is near as long; what is longer is damage and not quoted.
    private const int LongestSegment = 2048;

    // Codes, amounts, NPIs and service dates are no longer; a longer text in their place is something else.
    private const int LongestSafeValue = 18;

    /// <summary>The frame; null where the bytes around the place do not make a segment.</summary>
    public static Frame? Of(SourceView source, SourceSpan span, PhiLevel phi)
    {
        if (source.Interchanges.At(span.Offset) is not { } separators)
            return null;
        if (SegmentAround(source.File, span.Offset, separators.Terminator) is not { } segment)
            return null;

        var tokens = Tokens(segment.Bytes, separators, phi);
        var from = (int)Math.Clamp(span.Offset - segment.Start, 0, segment.Bytes.Length);
        var to = (int)Math.Clamp(span.End - segment.Start, from, segment.Bytes.Length);
        return Drawn(tokens, from, to);
    }

    private static (long Start, byte[] Bytes)? SegmentAround(SourceFile file, long offset, byte terminator)
    {
        var windowStart = Math.Max(0, offset - LongestSegment);
        var window = file.Read(new SourceSpan(windowStart, 2 * LongestSegment));
        var middle = (int)Math.Min(offset - windowStart, window.Length);

        var start = window.AsSpan(0, middle).LastIndexOf(terminator) + 1;
        if (start == 0 && windowStart > 0)
            return null;
        while (start < middle && window[start] is (byte)'\r' or (byte)'\n' or (byte)' ')
            start++;

        var length = window.AsSpan(middle).IndexOf(terminator);
        if (length < 0 && windowStart + window.Length < file.Length)
            return null;
        var end = length < 0 ? window.Length : middle + length;
        return (windowStart + start, window[start..end]);
    }

    private static List<Token> Tokens(byte[] segment, X12Separators separators, PhiLevel phi)
    {
        var elements = Elements(segment, separators.Element);
        var name = elements[0].Text(segment);
        var known = SafeElements.Knows(name);
        var tokens = new List<Token> { new(0, elements[0].Length, known ? name : Message.Mask) };
        string ElementAt(int position) => position < elements.Count ? elements[position].Text(segment) : "";

        for (var position = 1; position < elements.Count; position++)
        {
            var element = elements[position];
            tokens.Add(new Token(element.Start - 1, 1, Shown([separators.Element])));

            // The header's own elements name the separators; they do not separate there.
            var (start, component) = (element.Start, 1);
            for (var i = element.Start; name != "ISA" && i < element.End; i++)
            {
                if (segment[i] != separators.Component && segment[i] != separators.Repetition)
                    continue;
                AddValue(start, i, component);
                tokens.Add(new Token(i, 1, Shown([segment[i]])));
                component = segment[i] == separators.Repetition ? 1 : component + 1;
                start = i + 1;
            }

            AddValue(start, element.End, component);

            void AddValue(int valueStart, int valueEnd, int at)
            {
                if (valueStart == valueEnd)
                    return;
                var privacy = SafeElements.PrivacyOf(name, position, at, ElementAt);
                var bytes = segment.AsSpan(valueStart, valueEnd - valueStart);
                var shown = phi == PhiLevel.Show || (phi.Shows(privacy) && bytes.Length <= LongestSafeValue && !bytes.Trim((byte)' ').Contains((byte)' '));
                tokens.Add(new Token(valueStart, bytes.Length, shown ? Shown(bytes) : Message.Mask));
            }
        }

        return tokens;
    }

    private static List<Run> Elements(byte[] segment, byte separator)
    {
        var elements = new List<Run>();
        var start = 0;
        for (var i = 0; i <= segment.Length; i++)
        {
            if (i < segment.Length && segment[i] != separator)
                continue;
            elements.Add(new Run(start, i - start));
            start = i + 1;
        }

        return elements;
    }

    private static Frame Drawn(List<Token> tokens, int from, int to)
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

    private static string Shown(ReadOnlySpan<byte> bytes) => Printable.Of(Encoding.UTF8.GetString(bytes));

    private readonly record struct Token(int Start, int Length, string Shown);

    private readonly record struct Run(int Start, int Length)
    {
        public int End => Start + Length;

        public string Text(byte[] segment) => Encoding.Latin1.GetString(segment, Start, Length);
    }
}
