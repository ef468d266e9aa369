using System.Buffers.Binary;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>A portion of findings, sorted, in a file.</summary>
/// <param name="Start">Where in the file it begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record SortedRun(long Start, long End)
{
    // So many runs are read at a time as there are portions.
    private const int BufferLength = 1 << 15;

    // File, offset, claim and sequence, and the length of the finding, which tells its rule.
    private const int HeadLength = sizeof(int) + sizeof(long) + sizeof(int) + sizeof(int) + sizeof(int);

    /// <summary>Writes findings that are sorted.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public static SortedRun Write(SpillFile file, IEnumerable<(FindingKey Key, ReadOnlyMemory<byte> Bytes)> findings)
    {
        var start = file.Length;
        var buffer = new byte[BufferLength];
        var filled = 0;
        foreach (var (key, bytes) in findings)
        {
            var length = HeadLength + bytes.Length;
            if (filled + length > buffer.Length)
            {
                file.Append(buffer.AsSpan(0, filled));
                filled = 0;
                if (length > buffer.Length)
                    buffer = new byte[length];
            }

            Write(key, bytes.Span, buffer.AsSpan(filled));
            filled += length;
        }

        file.Append(buffer.AsSpan(0, filled));
        return new SortedRun(start, file.Length);
    }

    /// <summary>Reads them again. The bytes of one are there until the next is asked for.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public IEnumerable<(FindingKey Key, ReadOnlyMemory<byte> Bytes)> Read(SpillFile file, FindingPalette palette)
    {
        var buffer = new byte[(int)Math.Min(BufferLength, End - Start)];
        var (at, filled, next) = (0, 0, Start);

        // Moves what is left to the front and reads on, until so many bytes are there.
        void Need(int bytes)
        {
            if (filled - at >= bytes)
                return;
            var left = buffer.AsSpan(at, filled - at).ToArray();
            if (buffer.Length < bytes)
                buffer = new byte[bytes];
            left.CopyTo(buffer, 0);
            var read = (int)Math.Min(buffer.Length - left.Length, End - next);
            file.Read(next, buffer.AsSpan(left.Length, read));
            (at, filled, next) = (0, left.Length + read, next + read);
        }

        while (next < End || at < filled)
        {
            Need(HeadLength);
            var length = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(at));
            Need(HeadLength + length);
            var bytes = buffer.AsMemory(at + HeadLength, length);
            var key = Key(buffer.AsSpan(at), palette.Kinds[FindingDecoder.KindOf(bytes.Span)].Rule.Id);
            at += HeadLength + length;
            yield return (key, bytes);
        }
    }

    private static void Write(FindingKey key, ReadOnlySpan<byte> finding, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, finding.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], key.File);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], key.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(to[16..], key.Claim);
        BinaryPrimitives.WriteInt32LittleEndian(to[20..], key.Sequence);
        finding.CopyTo(to[HeadLength..]);
    }

    private static FindingKey Key(ReadOnlySpan<byte> head, string rule) => new(
        BinaryPrimitives.ReadInt32LittleEndian(head[4..]),
        BinaryPrimitives.ReadInt64LittleEndian(head[8..]),
        rule,
        BinaryPrimitives.ReadInt32LittleEndian(head[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(head[20..]));
}
