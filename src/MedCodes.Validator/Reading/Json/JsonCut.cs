namespace MedCodes.Validator.Reading.Json;

/// <summary>Finds places where a file of claims that follow one another may be cut: before an object that begins a line.</summary>
internal static class JsonCut
{
    private const int Window = 1 << 16;

    /// <summary>Finds the first place in a stretch that looks like one. Whether it is one only a reader knows that comes there.</summary>
    /// <param name="stream">The file; it is left somewhere else.</param>
    /// <param name="from">Where the stretch starts, behind the first byte.</param>
    /// <param name="end">Where it ends.</param>
    public static long? Find(Stream stream, long from, long end)
    {
        // The line may end with the byte before the stretch.
        var bytes = new byte[1 + Window];
        for (var start = from; start < end; start += Window)
        {
            stream.Position = start - 1;
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var length = (int)Math.Min(read, 1 + end - start);
            var place = length <= 0 ? -1 : bytes.AsSpan(0, length).IndexOf("\n{"u8);
            if (place >= 0)
                return start + place;
            if (read < bytes.Length)
                return null;
        }

        return null;
    }
}
