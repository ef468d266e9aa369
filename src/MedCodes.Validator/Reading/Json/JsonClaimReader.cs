using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Reads canonical claims in JSON: one document, or claims that follow one another, such as one a line (NDJSON).</summary>
internal static class JsonClaimReader
{
    /// <summary>Bytes of a file's start in which its type stands.</summary>
    public const int DetectionLength = 1 << 16;

    /// <summary>Reads a file stretch by stretch, so that a file of any size takes little memory.</summary>
    /// <returns>
    /// At least one batch, each with the faults of its stretch. Whatever the bytes are, nothing is thrown for them: what is
    /// wrong is a fault, and reading goes on behind it where the next claim can be told.
    /// </returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, JsonClaimOptions? options = null) => Read(file, Workers.None, options);

    /// <summary>Reads a file on several threads: the same batches in the same order as on one. A document is read by one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="workers">Who reads it. Up to twice as many stretches of the file are held ahead of the one that is taken.</param>
    /// <param name="options">How it is cut up; null for the defaults.</param>
    /// <param name="learn">Is told of each cut; null where nobody wants to know.</param>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, Workers workers, JsonClaimOptions? options = null, Action<JsonContext>? learn = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= new JsonClaimOptions();
        return workers.Jobs == 1 || file.Length <= options.ChunkSize ? ReadBatches(file, options, learn) : ReadParallel(file, options, workers, learn);
    }

    /// <summary>Opens a file at a cut, or at its start.</summary>
    public static JsonClaimSource Open(SourceFile file, JsonClaimOptions options, JsonContext? context)
    {
        var stream = file.OpenRead();
        if (context is null)
            return new JsonClaimSource(stream, options.BufferSize);
        stream.Position = context.Offset;
        return new JsonClaimSource(stream, options.BufferSize, context.Offset);
    }

    private static IEnumerable<ClaimBatch> ReadBatches(SourceFile file, JsonClaimOptions options, Action<JsonContext>? learn)
    {
        var paths = new JsonPaths();
        using var source = Open(file, options, null);
        var reading = new JsonReading(file, source, options, new ClaimBatchBuilder(file, new JsonPositions(file, paths)), paths);
        while (reading.Next() is { } batch)
        {
            if (reading.IsAtCut)
                learn?.Invoke(reading.Context);
            yield return batch;
        }
    }

    private static IEnumerable<ClaimBatch> ReadParallel(SourceFile file, JsonClaimOptions options, Workers workers, Action<JsonContext>? learn)
    {
        var paths = new JsonPaths();
        var positions = new JsonPositions(file, paths);
        var stitching = new JsonStitching(file, positions, paths);
        using var ahead = new JsonAhead(file, options, positions, workers);
        var batches = ReadingInChunks.Read<JsonContext>(
            start => ReadOn(file, options, new ClaimBatchBuilder(file, positions), paths, start),
            cut => ahead.Take(cut) is { } chunk ? stitching.Complete(chunk, cut) : null,
            learn);
        foreach (var batch in batches)
            yield return batch;
    }

    private static IEnumerable<(ClaimBatch Batch, JsonContext? Cut)> ReadOn(SourceFile file, JsonClaimOptions options, ClaimBatchBuilder rows, JsonPaths paths, JsonContext? start)
    {
        using var source = Open(file, options, start);
        var reading = new JsonReading(file, source, options, rows, paths, start);
        while (!reading.IsAtCut && reading.Next() is { } batch)
            yield return (batch, reading.IsAtCut ? reading.Context : null);
    }
}
