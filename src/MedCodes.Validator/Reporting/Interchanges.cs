using System.Buffers;

namespace MedCodes.Validator.Reporting;

/// <summary>The characters that divide the segments of an interchange.</summary>
internal readonly record struct X12Separators(byte Element, byte Repetition, byte Component, byte Terminator);

/// <summary>
/// Where the interchanges of a claim file start and what separates their elements, so that a segment can be quoted. The file is looked through
/// as far as it is asked about, and somewhat further so that it is not opened for each look. Several threads may ask at once.
/// </summary>
/// <param name="open">Opens the file for reading from its start.</param>
internal sealed class Interchanges(Func<Stream> open)
{
    private const int BlockLength = 1 << 16;
    private const int MostAhead = 64 * BlockLength;
    private const int IsaLength = 106;

    // An ISA has fixed widths; its element separators stand at these offsets (X12.5, interchange control header).
    private static readonly int[] SeparatorOffsets = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

    private readonly List<(long Start, X12Separators? Separators)> _starts = [];
    private readonly Lock _searching = new();
    private long _searched;
    private bool _isComplete;

    /// <summary>The separators in force at a byte; null where no intact header precedes it.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public X12Separators? At(long offset)
    {
        lock (_searching)
        {
            if (!_isComplete && _searched <= offset)
                SearchBeyond(offset);

            var (low, high) = (0, _starts.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_starts[middle].Start <= offset)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low == 0 ? null : _starts[low - 1].Separators;
        }
    }

    // As much again as was searched before, up to a bound: a file that is asked about once is hardly read, and a large one opened seldom.
    private void SearchBeyond(long offset)
    {
        var enough = Math.Max(offset, _searched + Math.Min(_searched, MostAhead));
        using var content = open();
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            while (!_isComplete && _searched <= enough)
                SearchBlock(content, buffer.AsSpan(0, BlockLength));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void SearchBlock(Stream content, Span<byte> block)
    {
        content.Position = _searched;
        block = block[..content.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
        _isComplete = block.Length < BlockLength;

        // What could be the beginning of a header that the next block completes is looked at again with it.
        var settled = _isComplete ? block.Length : block.Length - IsaLength;
        Search(block, settled, _searched);
        _searched += settled;
    }

    private void Search(ReadOnlySpan<byte> bytes, int settled, long start)
    {
        var from = 0;
        while (from < settled && bytes[from..].IndexOf("ISA"u8) is >= 0 and var found)
        {
            var at = from + found;
            if (at >= settled)
                return;
            var separators = Header(bytes[at..]);

            // "ISA" inside a name is no header. A header that is broken leaves the separators behind it unknown.
            if (separators is not null || (at + 3 < bytes.Length && !IsLetterOrDigit(bytes[at + 3]) && (at == 0 || !IsLetterOrDigit(bytes[at - 1]))))
                Add(start + at, separators);
            from = at + 3;
        }
    }

    // A file of a million interchanges mostly has one set of separators.
    private void Add(long start, X12Separators? separators)
    {
        if (_starts.Count == 0 || _starts[^1].Separators != separators)
            _starts.Add((start, separators));
    }

    private static X12Separators? Header(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < IsaLength || IsLetterOrDigit(bytes[3]))
            return null;
        foreach (var offset in SeparatorOffsets)
        {
            if (bytes[offset] != bytes[3])
                return null;
        }

        return new X12Separators(bytes[3], bytes[82], bytes[104], bytes[105]);
    }

    private static bool IsLetterOrDigit(byte b) => char.IsAsciiLetterOrDigit((char)b);
}
