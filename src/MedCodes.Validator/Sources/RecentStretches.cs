namespace MedCodes.Validator.Sources;

/// <summary>
/// Reads stretches of a file again and keeps the last few: what is asked for one after the other mostly stands close together, such as the
/// parts of a claim, with their billing provider further back. Several threads may ask at once.
/// </summary>
internal sealed class RecentStretches(SourceFile file)
{
    private const int Kept = 4;
    private const int Length = 1 << 16;

    // A stretch begins so much before what is asked for, and a little more, so that what is asked for next and stands before it is in it, too.
    private const int Step = 1 << 13;

    private readonly Stretch?[] _kept = new Stretch?[Kept];
    private int _next;

    private sealed record Stretch(long Offset, byte[] Bytes);

    /// <summary>Reads so many bytes from a place on, fewer where the file ends before.</summary>
    public ReadOnlySpan<byte> Read(long offset, int length)
    {
        if (length > Length - (2 * Step))
            return file.Read(new SourceSpan(offset, length));
        foreach (var kept in _kept)
        {
            if (kept is null || offset < kept.Offset || offset >= kept.Offset + kept.Bytes.Length)
                continue;
            var rest = kept.Bytes.AsSpan((int)(offset - kept.Offset));
            if (rest.Length >= length || kept.Bytes.Length < Length)
                return rest[..Math.Min(length, rest.Length)];
        }

        var start = Math.Max(0, offset - (offset % Step) - Step);
        var read = new Stretch(start, file.Read(new SourceSpan(start, Length)));
        _kept[(uint)Interlocked.Increment(ref _next) % Kept] = read;
        var from = Math.Min((int)(offset - start), read.Bytes.Length);
        return read.Bytes.AsSpan(from, Math.Min(length, read.Bytes.Length - from));
    }
}
