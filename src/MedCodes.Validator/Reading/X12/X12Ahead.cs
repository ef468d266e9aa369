using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads chunks of an X12 file ahead.</summary>
internal sealed class X12Ahead(SourceFile file, X12ReaderOptions options, ClaimPositions positions, Workers workers) : IDisposable
{
    // A chunk that goes on for longer is left to the reader that knows where it is.
    private const int LongestChunk = 4;
    private const int MostAtOnce = 1 << 18;
    private readonly ChunksAhead<X12Chunk> _chunks = new(file, positions, options.ChunkSize, workers);

    /// <summary>The chunk that begins at a cut; null where none was read that fits to what is open there.</summary>
    public X12Chunk? Take(X12Context context) =>
        _chunks.Take(context.Offset, (rows, from) => Read(rows, from, context.Delimiters, context.Guide)) is { } chunk && chunk.Fits(context) ? chunk : null;

    /// <summary>Waits for what was begun.</summary>
    public void Dispose() => _chunks.Dispose();

    private X12Chunk? Read(ClaimBatchBuilder rows, long from, X12Delimiters delimiters, X12Guide guide)
    {
        using var stream = file.OpenRead();
        if (X12Cut.Find(stream, from, from + options.ChunkSize, delimiters) is not { } cut)
            return null;
        stream.Position = cut.Offset;
        using var source = new X12Source(stream, Math.Min(options.BufferSize, MostAtOnce), cut.Offset, delimiters, LongestChunk * (long)options.ChunkSize);
        var reading = new X12Reading(file, source, options, rows, X12Context.Unknown(cut, delimiters, guide));
        if (ReadingInChunks.Ahead(() => reading.IsAtCut ? null : reading.Next()) is not { } batches)
            return null;
        return !reading.IsAtCut && source.IsCutOff
            ? null
            : new X12Chunk(cut, delimiters, guide, batches, reading.Room, reading.Trailers, reading.IsAtCut ? reading.Context : null);
    }
}
