using System.Collections.Concurrent;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads chunks of a file ahead on other threads: a few more than are read at once, so that memory stays bounded however slowly they are taken.</summary>
internal sealed class X12Ahead(SourceFile file, X12ReaderOptions options, ClaimPositions positions, int jobs) : IDisposable
{
    // A chunk that goes on for longer is left to the reader that knows where it is.
    private const int LongestChunk = 4;
    private const int MostAtOnce = 1 << 18;
    private readonly Queue<(long Place, Task<X12Chunk?> Chunk)> _chunks = new();
    private readonly List<Task> _passed = [];
    // What they have grown to serves the next chunk.
    private readonly ConcurrentBag<ClaimBatchBuilder> _builders = [];
    private readonly SemaphoreSlim _free = new(jobs);
    private readonly CancellationTokenSource _ended = new();
    private long _next = 1;

    /// <summary>The chunk that begins at a cut; null where none was read that fits to what is open there.</summary>
    public X12Chunk? Take(X12Context context)
    {
        var place = context.Offset / options.ChunkSize;
        _passed.RemoveAll(task => task.IsCompleted);
        while (_chunks.TryPeek(out var first) && first.Place < place)
            _passed.Add(_chunks.Dequeue().Chunk);
        _next = Math.Max(_next, place);
        Begin(context);
        if (!_chunks.TryPeek(out var ready) || ready.Place != place)
            return null;
        _chunks.Dequeue();
        Begin(context);
        return ready.Chunk.GetAwaiter().GetResult() is { } chunk && chunk.Fits(context) ? chunk : null;
    }

    /// <summary>Waits for what was begun, so that nobody has the file open any more.</summary>
    public void Dispose()
    {
        _ended.Cancel();
        foreach (var task in _passed.Concat(_chunks.Select(chunk => chunk.Chunk)))
            task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        foreach (var rows in _builders)
            rows.Release();
        _ended.Dispose();
        _free.Dispose();
    }

    private void Begin(X12Context context)
    {
        while (_chunks.Count < 2 * jobs && _next * options.ChunkSize < file.Length)
        {
            var place = _next++;
            _chunks.Enqueue((place, Task.Run(() => InOrder.InTurn(() => Read(place * options.ChunkSize, context.Delimiters, context.Guide), _free, _ended.Token))));
        }
    }

    private X12Chunk? Read(long from, X12Delimiters delimiters, X12Guide guide)
    {
        using var stream = file.OpenRead();
        if (X12Cut.Find(stream, from, from + options.ChunkSize, delimiters) is not { } cut)
            return null;
        stream.Position = cut.Offset;
        using var source = new X12Source(stream, Math.Min(options.BufferSize, MostAtOnce), cut.Offset, delimiters, LongestChunk * (long)options.ChunkSize);
        if (!_builders.TryTake(out var rows))
            rows = new ClaimBatchBuilder(file, positions);
        var reading = new X12Reading(file, source, options, rows, X12Context.Unknown(cut, delimiters, guide));
        var batches = new List<ClaimBatch>();
        while (!reading.IsAtCut && reading.Next() is { } batch)
            batches.Add(batch);
        var chunk = !reading.IsAtCut && source.IsCutOff
            ? null
            : new X12Chunk(cut, delimiters, guide, batches, reading.Room, reading.Trailers, reading.IsAtCut ? reading.Context : null);
        rows.Clear();
        _builders.Add(rows);
        return chunk;
    }
}
