using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>A claim file that is read more than once: the first reading learns where it may be cut and what is open there.</summary>
/// <param name="file">The file.</param>
/// <param name="options">How it is cut up; null for the defaults.</param>
/// <remarks>One reading at a time. What is learnt takes about 2 kB for each chunk.</remarks>
internal sealed class X12ClaimFile(SourceFile file, X12ReaderOptions? options = null)
{
    private readonly X12ReaderOptions _options = options ?? new X12ReaderOptions();
    private readonly List<X12Context> _cuts = [];

    /// <summary>Reads the whole file.</summary>
    /// <param name="jobs">How many threads read at once, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1.</exception>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public IEnumerable<ClaimBatch> Read(int jobs)
    {
        _cuts.Clear();
        return X12Reader.Read(file, jobs, _options, _cuts.Add);
    }

    /// <summary>Reads the file again for some of its claims. Chunks that hold none of them are not looked at.</summary>
    /// <param name="jobs">How many threads read at once, at least 1.</param>
    /// <param name="wanted">Whether a claim is wanted, by its place in the file from 1 (<see cref="Claim.Ordinal"/>). It is asked more than once, from several threads.</param>
    /// <returns>The same as of <see cref="X12Reader.Read(SourceFile, Func{int, bool}, X12ReaderOptions?)"/>, but for batches without a claim.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1.</exception>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public IEnumerable<ClaimBatch> Read(int jobs, Func<int, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        return InOrder.Of(Chunks(wanted), jobs).SelectMany(batches => batches);
    }

    private IEnumerable<Func<List<ClaimBatch>>> Chunks(Func<int, bool> wanted)
    {
        var positions = new X12Positions(file);
        X12Context?[] starts = [null, .. _cuts];
        for (var i = 0; i < starts.Length; i++)
        {
            var start = starts[i];
            var isLast = i == starts.Length - 1;
            var before = start?.Claims ?? 0;
            // Behind the last cut that was learnt nobody knows how many there are.
            if (isLast || Enumerable.Range(before + 1, starts[i + 1]!.Claims - before).Any(wanted))
                yield return () => Chunk(positions, start, isLast, wanted);
        }
    }

    private List<ClaimBatch> Chunk(X12Positions positions, X12Context? start, bool isLast, Func<int, bool> wanted)
    {
        using var source = X12ParallelReading.Open(file, _options, start);
        using var reading = new X12Reading(file, source, _options, new ClaimBatchBuilder(file, positions), start, wanted);
        var batches = new List<ClaimBatch>();
        while ((isLast || !reading.IsAtCut) && reading.Next() is { } batch)
        {
            if (batch.Claims.Count > 0)
                batches.Add(batch);
        }

        return batches;
    }
}
