using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading;

/// <summary>
/// Reads a file on several threads. Chunks are read before it is known what is open where they begin; one that turns out to begin where
/// the reading before it came to, with what was taken for granted, gets what was open there. Where one does not, the file is read on by
/// one reader up to the next cut, so that nothing depends on how many threads there are.
/// </summary>
internal static class ReadingInChunks
{
    /// <summary>Bytes that a thread usually reads at a time.</summary>
    public const int UsualChunk = 3 << 19;

    // As many as of a few batches.
    private const int MostFaults = 1 << 14;

    /// <summary>The batches of a chunk; null where it has so many faults that it is left to the reader that hands them on one after the other.</summary>
    /// <param name="next">The next batch; null behind the last.</param>
    public static List<ClaimBatch>? Ahead(Func<ClaimBatch?> next)
    {
        var (batches, faults) = (new List<ClaimBatch>(), 0);
        while (next() is { } batch)
        {
            batches.Add(batch);
            if ((faults += batch.Faults.Length) > MostFaults)
                return null;
        }

        return batches;
    }

    /// <summary>Reads all of it.</summary>
    /// <param name="readOn">Reads on from a cut, or from the start, up to the next cut: batches, the last with what is open at that cut.</param>
    /// <param name="takeAhead">Completes what was read ahead from a cut; null where nothing was that fits.</param>
    /// <param name="learn">Is told of each cut; null where nobody wants to know.</param>
    public static IEnumerable<ClaimBatch> Read<TContext>(
        Func<TContext?, IEnumerable<(ClaimBatch Batch, TContext? Cut)>> readOn,
        Func<TContext, (IReadOnlyList<ClaimBatch> Batches, TContext? End)?> takeAhead,
        Action<TContext>? learn)
        where TContext : class
    {
        TContext? context = null;
        do
        {
            var start = context;
            context = null;
            foreach (var (batch, cut) in readOn(start))
            {
                context = cut;
                yield return batch;
            }

            if (context is not null)
                learn?.Invoke(context);
            while (context is not null && takeAhead(context) is { } chunk)
            {
                context = chunk.End;
                if (context is not null)
                    learn?.Invoke(context);
                foreach (var batch in chunk.Batches)
                    yield return batch;
            }
        }
        while (context is not null);
    }
}
