namespace MedCodes.Validator.Reading.Json;

/// <summary>How a file is cut up while it is read. What is read does not depend on it.</summary>
internal sealed record JsonClaimOptions
{
    /// <summary>Bytes read at a time, at least 65,536. Default: 1 MB.</summary>
    public int BufferSize { get; init; } = 1 << 20;

    /// <summary>Bytes behind which a batch ends before the next object that begins a line, where another thread may go on. Default: 1.5 MB.</summary>
    public int ChunkSize { get; init; } = ReadingInChunks.UsualChunk;

    /// <summary>Claims from which a batch is closed. Default: 4,096.</summary>
    public int ClaimsPerBatch { get; init; } = 4096;

    /// <summary>Service lines from which a batch is closed. Default: 16,384.</summary>
    public int LinesPerBatch { get; init; } = 16384;

    /// <summary>Faults from which a batch is closed. Default: 4,096.</summary>
    public int FaultsPerBatch { get; init; } = 4096;
}
