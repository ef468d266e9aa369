using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Reads chunks of a file of claims that follow one another ahead.</summary>
internal sealed class JsonAhead(SourceFile file, JsonClaimOptions options, ClaimPositions positions, Workers workers) : IDisposable
{
    // A chunk that goes on for longer is left to the reader that knows where it is.
    private const int LongestChunk = 4;
    private readonly ChunksAhead<JsonChunk> _chunks = new(file, positions, options.ChunkSize, workers);

    /// <summary>The chunk that begins at a cut; null where none was read.</summary>
    public JsonChunk? Take(JsonContext context) => _chunks.Take(context.Offset, Read) is { } chunk && chunk.Cut == context.Offset ? chunk : null;

    /// <summary>Waits for what was begun.</summary>
    public void Dispose() => _chunks.Dispose();

    private JsonChunk? Read(ClaimBatchBuilder rows, long from)
    {
        using var stream = file.OpenRead();
        if (JsonCut.Find(stream, from, from + options.ChunkSize) is not { } cut)
            return null;
        stream.Position = cut;
        using var source = new JsonClaimSource(stream, options.BufferSize, cut, LongestChunk * (long)options.ChunkSize);
        var paths = new JsonPaths();
        var reading = new JsonReading(file, source, options, rows, paths, JsonContext.Unknown(cut), isAhead: true);
        if (ReadingInChunks.Ahead(() => reading.IsAtCut ? null : reading.Next()) is not { } batches)
            return null;
        return source.IsCutOff ? null : new JsonChunk(cut, batches, reading.Opening, paths, reading.IsAtCut ? reading.Context : null);
    }
}
