using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading;

/// <summary>A claim file that is read more than once: the first reading learns where it may be cut and what is open there.</summary>
/// <remarks>One reading at a time. What is learnt takes some kB at most for each chunk.</remarks>
/// <param name="file">The file.</param>
internal abstract class LearntFile<TContext>(SourceFile file)
    where TContext : class
{
    private readonly List<TContext> _cuts = [];

    /// <summary>The file.</summary>
    protected SourceFile File => file;

    /// <summary>Reads the whole file.</summary>
    /// <param name="workers">Who reads it.</param>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public IEnumerable<ClaimBatch> Read(Workers workers)
    {
        _cuts.Clear();
        return ReadAll(workers, _cuts.Add);
    }

    /// <summary>Reads the file again for some of its claims. Chunks that hold none of them are not looked at.</summary>
    /// <param name="workers">Who reads it.</param>
    /// <param name="wanted">Whether a claim is wanted, by its place in the file from 1 (<see cref="Claim.Ordinal"/>). It is asked more than once, from several threads.</param>
    /// <returns>The claims that are wanted, each as in a reading of all, and none but their own faults. No batch is without a claim.</returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public IEnumerable<ClaimBatch> Read(Workers workers, Func<int, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);

        // Kept by the claims alone that are read: a run may have thousands of files.
        var stretches = new RecentStretches(File);

        // All of a file without cuts would be held at once.
        return _cuts.Count == 0 ? Chunk(null, null, wanted, stretches) : InOrder.Of(Chunks(wanted, stretches), workers).SelectMany(batches => batches);
    }

    /// <summary>Reads the whole file, and tells of each cut.</summary>
    protected abstract IEnumerable<ClaimBatch> ReadAll(Workers workers, Action<TContext> learn);

    /// <summary>The number of claims before a cut.</summary>
    protected abstract int ClaimsBefore(TContext cut);

    /// <summary>Reads from a cut on, or from the start of the file, for some claims.</summary>
    /// <param name="start">What is open at the cut; null for the start of the file.</param>
    /// <param name="end">What is open at the next cut; null to read to the end of the file.</param>
    /// <param name="wanted">Whether a claim is wanted.</param>
    /// <param name="stretches">Finds the values of claims again.</param>
    protected abstract IEnumerable<ClaimBatch> ReadChunk(TContext? start, TContext? end, Func<int, bool> wanted, RecentStretches stretches);

    private IEnumerable<ClaimBatch> Chunk(TContext? start, TContext? end, Func<int, bool> wanted, RecentStretches stretches) =>
        ReadChunk(start, end, wanted, stretches).Where(batch => batch.Claims.Count > 0);

    private IEnumerable<Func<List<ClaimBatch>>> Chunks(Func<int, bool> wanted, RecentStretches stretches)
    {
        TContext?[] cuts = [null, .. _cuts, null];
        for (var i = 1; i < cuts.Length; i++)
        {
            var (start, end) = (cuts[i - 1], cuts[i]);
            var before = start is null ? 0 : ClaimsBefore(start);
            // Behind the last cut that was learnt nobody knows how many there are.
            if (end is null || Enumerable.Range(before + 1, ClaimsBefore(end) - before).Any(wanted))
                yield return () => [.. Chunk(start, end, wanted, stretches)];
        }
    }
}
