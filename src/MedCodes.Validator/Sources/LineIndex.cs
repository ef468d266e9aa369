using System.Buffers;
using System.Text;

namespace MedCodes.Validator.Sources;

/// <summary>
/// Finds line and column of byte offsets. It reads the file once, as far as it is asked about, and keeps one mark per 8 kB; a look-up reads
/// the bytes behind the nearest mark again. So a file of gigabytes costs little memory, with or without line breaks.
/// </summary>
/// <remarks>
/// Lines end with LF, CR LF or CR. The text is taken for UTF-8; a byte that is not counts as one character, so that Latin-1 files come out
/// right too. A byte order mark at the start has no width. Safe to use from several threads.
/// </remarks>
public sealed class LineIndex
{
    private const int Stride = 1 << 13;
    private const int LongestCharacter = 4;
    private const int BlockLength = 32 * Stride;

    /// <summary>Everything that ends a run of plain characters: line breaks and the bytes above ASCII.</summary>
    private static readonly SearchValues<byte> Special =
        SearchValues.Create([(byte)'\n', (byte)'\r', .. Enumerable.Range(128, 128).Select(value => (byte)value)]);

    private readonly SourceFile _file;
    private readonly List<Cursor> _marks = [Cursor.Start];
    private readonly Lock _marking = new();
    private bool _isComplete;

    // Findings come in the order of the file, so the next look-up is mostly near the last ones.
    private readonly RecentStretches _stretches;

    private LineIndex(SourceFile file, RecentStretches stretches) => (_file, _stretches) = (file, stretches);

    /// <summary>An index of a file, which is read when it is asked about.</summary>
    public static LineIndex Of(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Of(file, new RecentStretches(file));
    }

    /// <summary>The same for whoever looks at the file beside it.</summary>
    internal static LineIndex Of(SourceFile file, RecentStretches stretches) => new(file, stretches);

    /// <summary>Where an offset is.</summary>
    /// <param name="offset">Bytes before it; below 0 counts as 0, beyond the file as its end. Inside a character it counts as that character's start.</param>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public LinePosition At(long offset) => Seek(Math.Clamp(offset, 0, _file.Length)).Position;

    /// <summary>Where a stretch begins and where it ends, as <see cref="At"/> tells of either.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    internal (LinePosition Start, LinePosition End) Of(SourceSpan span)
    {
        var end = Math.Clamp(span.End, 0, _file.Length);
        var cursor = Seek(Math.Clamp(span.Offset, 0, _file.Length));
        var start = cursor.Position;

        // What is pointed to is mostly short: its end is counted from its start.
        if (end < cursor.Offset || end - cursor.Offset > Stride)
            return (start, At(end));
        Advance(ref cursor, end);
        return (start, cursor.Position);
    }

    /// <summary>The character that an offset inside the file belongs to.</summary>
    private Cursor Seek(long offset)
    {
        var cursor = MarkBefore(offset);
        Advance(ref cursor, offset);
        return cursor;
    }

    private Cursor MarkBefore(long offset)
    {
        lock (_marking)
        {
            while (!_isComplete && _marks[^1].Offset <= offset)
                MarkBlock();

            var low = 0;
            var high = _marks.Count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (_marks[middle].Offset <= offset)
                    low = middle;
                else
                    high = middle - 1;
            }

            return _marks[low];
        }
    }

    /// <summary>Reads on from the last mark. Where the file ends, less than a stride is left without a mark.</summary>
    private void MarkBlock()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            var cursor = _marks[^1];
            var block = buffer.AsSpan(0, BlockLength);
            block = block[.._file.Read(cursor.Offset, block)];
            _isComplete = block.Length < BlockLength;
            while (block.Length >= Stride)
            {
                block = block[cursor.Advance(block[..Stride], last: false)..];
                _marks.Add(cursor);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Advance(ref Cursor cursor, long offset)
    {
        // A few bytes more than asked for, so that a character or line break is seen whole even where the offset cuts it.
        var wanted = (int)(offset - cursor.Offset);
        var bytes = _stretches.Read(cursor.Offset, wanted + LongestCharacter);
        cursor.AdvanceTo(bytes, Math.Min(wanted, bytes.Length));
    }

    /// <summary>A place in the stream and what has been counted before it.</summary>
    private struct Cursor
    {
        public long Offset;
        public int Line;
        public long Units;
        public long Points;

        public static Cursor Start => new() { Line = 1 };

        public readonly LinePosition Position => new(Line, Units + 1, Points + 1);

        /// <summary>Moves over the bytes, but not over a character or line break that may go on behind them unless they are the last.</summary>
        public int Advance(ReadOnlySpan<byte> bytes, bool last)
        {
            var at = Leap(bytes);
            while (at < bytes.Length && Step(bytes, ref at, bytes.Length, last))
            {
            }

            return at;
        }

        /// <summary>Moves to the character that the wanted byte belongs to.</summary>
        public void AdvanceTo(ReadOnlySpan<byte> bytes, int wanted)
        {
            var at = Leap(bytes[..wanted]);
            while (at < wanted)
            {
                var before = this;
                Step(bytes, ref at, wanted, last: true);
                if (at > wanted)
                    this = before;
            }
        }

        /// <summary>
        /// Moves over bytes that are all ASCII, counting their line breaks without looking at each; over none where they are not, which is
        /// rare. A CR at their end is left, because it may go on behind them.
        /// </summary>
        private int Leap(ReadOnlySpan<byte> bytes)
        {
            if (bytes is [.. var before, (byte)'\r'])
                bytes = before;
            if (!Ascii.IsValid(bytes))
                return 0;
            var lastBreak = bytes.LastIndexOfAny((byte)'\n', (byte)'\r');
            if (lastBreak >= 0)
            {
                Line += bytes.Count((byte)'\n');
                if (bytes.Contains((byte)'\r'))
                    Line += bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);
                Units = 0;
                Points = 0;
            }

            var plain = bytes.Length - lastBreak - 1;
            Offset += bytes.Length;
            Units += plain;
            Points += plain;
            return bytes.Length;
        }

        private bool Step(ReadOnlySpan<byte> bytes, ref int at, int plainEnd, bool last)
        {
            var rest = bytes[at..plainEnd];
            var plain = rest.IndexOfAny(Special);
            if (plain != 0)
                return Move(ref at, plain < 0 ? rest.Length : plain, plain < 0 ? rest.Length : plain, plain < 0 ? rest.Length : plain);
            if (bytes[at] is (byte)'\n' or (byte)'\r')
            {
                var pair = bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n';
                if (bytes[at] == '\r' && at + 1 == bytes.Length && !last)
                    return false;
                Move(ref at, pair ? 2 : 1, 0, 0);
                Line++;
                Units = 0;
                Points = 0;
                return true;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var width);
            if (status == OperationStatus.NeedMoreData && !last)
                return false;
            if (status != OperationStatus.Done)
                return Move(ref at, 1, 1, 1);
            if (Offset == 0 && rune.Value == 0xFEFF)
                return Move(ref at, width, 0, 0);
            return Move(ref at, width, rune.Utf16SequenceLength, 1);
        }

        private bool Move(ref int at, int bytes, int units, int points)
        {
            at += bytes;
            Offset += bytes;
            Units += units;
            Points += points;
            return true;
        }
    }
}

/// <summary>A place for people.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1, as editors count.</param>
/// <param name="CodePoint">The column in Unicode code points, from 1.</param>
public readonly record struct LinePosition(int Line, long Column, long CodePoint);
