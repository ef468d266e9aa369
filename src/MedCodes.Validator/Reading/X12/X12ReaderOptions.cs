namespace MedCodes.Validator.Reading.X12;

/// <summary>How a file is cut up while it is read. What is read does not depend on it.</summary>
internal sealed record X12ReaderOptions
{
    /// <summary>Bytes read at a time. Default: 1 MB; in debug builds so few that every test reads in many steps.</summary>
    public int BufferSize { get; init; } =
#if DEBUG
        256;
#else
        1 << 20;
#endif

    /// <summary>
    /// Bytes behind which a batch ends at the next level of a billing provider or subscriber, where another thread may go on. Default: 1.5 MB.
    /// </summary>
    public int ChunkSize { get; init; } = ReadingInChunks.UsualChunk;

    /// <summary>Claims from which a batch is closed. Default: 4,096.</summary>
    public int ClaimsPerBatch { get; init; } = 4096;

    /// <summary>Service lines, or subscribers and dependents, from which a batch is closed. Default: 16,384.</summary>
    public int LinesPerBatch { get; init; } = 16384;

    /// <summary>Faults from which a batch is closed. Default: 4,096.</summary>
    public int FaultsPerBatch { get; init; } = 4096;
}
