using System.Collections.Concurrent;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading;

/// <summary>Reads chunks of a file ahead on other threads: a few more than are read at once, so that memory stays bounded however slowly they are taken.</summary>
/// <param name="file">The file.</param>
/// <param name="positions">Finds the values of its claims again.</param>
/// <param name="chunkSize">How many bytes a chunk has about.</param>
/// <param name="workers">Who reads them.</param>
internal sealed class ChunksAhead<TChunk>(SourceFile file, ClaimPositions positions, int chunkSize, Workers workers) : IDisposable
    where TChunk : class
{
    private readonly Queue<(long Place, Task<TChunk?> Chunk)> _chunks = new();
    private readonly List<Task> _passed = [];

    // What they have grown to serves the next chunk.
    private readonly ConcurrentBag<ClaimBatchBuilder> _builders = [];
    private readonly CancellationTokenSource _ended = new();
    private long _next = 1;

    /// <summary>What was read from the first cut of the chunk that a place lies in; null where nothing was. More chunks are begun.</summary>
    /// <param name="offset">The place.</param>
    /// <param name="read">Reads a chunk from a place on that is some bytes before its cut; null where there is none.</param>
    public TChunk? Take(long offset, Func<ClaimBatchBuilder, long, TChunk?> read)
    {
        var place = offset / chunkSize;
        _passed.RemoveAll(task => task.IsCompleted);
        while (_chunks.TryPeek(out var first) && first.Place < place)
            _passed.Add(_chunks.Dequeue().Chunk);
        _next = Math.Max(_next, place);
        Begin(read);
        if (!_chunks.TryPeek(out var ready) || ready.Place != place)
            return null;
        _chunks.Dequeue();
        Begin(read);
        return ready.Chunk.GetAwaiter().GetResult();
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
    }

    private void Begin(Func<ClaimBatchBuilder, long, TChunk?> read)
    {
        while (_chunks.Count < 2 * workers.Jobs && _next * chunkSize < file.Length)
        {
            var place = _next++;
            _chunks.Enqueue((place, workers.Begin(() => Read(read, place * chunkSize), _ended.Token)));
        }
    }

    private TChunk? Read(Func<ClaimBatchBuilder, long, TChunk?> read, long from)
    {
        if (!_builders.TryTake(out var rows))
            rows = new ClaimBatchBuilder(file, positions);
        var chunk = read(rows, from);
        rows.Clear();
        _builders.Add(rows);
        return chunk;
    }
}
