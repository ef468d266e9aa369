namespace MedCodes.Validator.Reading.X12;

/// <summary>A place where a file may be cut: before the level of a billing provider or subscriber.</summary>
/// <param name="Offset">Where the level's segment starts.</param>
/// <param name="IsSubscriber">Whether it is a subscriber's.</param>
/// <param name="Parent">The id of the level that it names as its parent.</param>
internal readonly record struct X12Cut(long Offset, bool IsSubscriber, ulong Parent)
{
    private const int Window = 1 << 16;

    // Bytes before a level in which the segment before it ends, and bytes that a level's segment may have.
    private const int Before = 16;
    private const int LongestLevel = 128;

    /// <summary>Finds the first place in a stretch that looks like one. Whether it is one only a reader knows that comes there.</summary>
    /// <param name="stream">The file; it is left somewhere else.</param>
    /// <param name="from">Where the stretch starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="delimiters">What segments are cut by.</param>
    public static X12Cut? Find(Stream stream, long from, long end, X12Delimiters delimiters)
    {
        var bytes = new byte[Before + Window + LongestLevel];
        for (var start = from; start < end; start += Window)
        {
            var shift = (int)Math.Min(start, Before);
            stream.Position = start - shift;
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read <= shift)
                return null;
            if (Find(bytes.AsSpan(0, read), shift, (int)Math.Min(Window, end - start), start - shift, delimiters) is { } cut)
                return cut;
        }

        return null;
    }

    private static X12Cut? Find(ReadOnlySpan<byte> bytes, int first, int length, long offset, X12Delimiters delimiters)
    {
        ReadOnlySpan<byte> level = [(byte)'H', (byte)'L', delimiters.Element];
        for (var at = first; at < first + length && at < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf(level);
            if (next < 0 || at + next >= first + length)
                return null;
            at += next;
            if (IsBehindSegment(bytes[..at], delimiters.Terminator) && Of(bytes[at..], offset + at, delimiters) is { } cut)
                return cut;
        }

        return null;
    }

    private static bool IsBehindSegment(ReadOnlySpan<byte> before, byte terminator) =>
        (terminator <= ' ' ? before : before.TrimEnd(" \t\r\n\u001a"u8)) is [.., var last] && last == terminator;

    private static X12Cut? Of(ReadOnlySpan<byte> bytes, long offset, X12Delimiters delimiters)
    {
        var end = bytes[..Math.Min(bytes.Length, LongestLevel)].IndexOf(delimiters.Terminator);
        if (end < 0)
            return null;
        var stretch = new X12Stretch(bytes[..(end + 1)], offset, delimiters, isLast: false, stackalloc int[X12Stretch.Elements]);
        if (!stretch.TryNext(out var segment))
            return null;
        return X12Reading.IsOfSubscriber(segment) is { } isSubscriber ? new X12Cut(offset, isSubscriber, X12Reading.IdOf(segment[2])) : null;
    }
}
