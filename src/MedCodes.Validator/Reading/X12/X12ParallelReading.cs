using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Reads a file on several threads. Chunks are read before it is known what is open where they begin; one that turns out to begin where
/// the reading before it came to, with what was taken for granted, gets what was open there. Where one does not, the file is read on by
/// one reader up to the next cut, so that nothing depends on how many threads there are.
/// </summary>
internal static class X12ParallelReading
{
    public static IEnumerable<ClaimBatch> Read(SourceFile file, X12ReaderOptions options, int jobs, Action<X12Context>? learn)
    {
        var positions = new X12Positions(file);
        var stitching = new X12Stitching(file, positions);
        using var ahead = new X12Ahead(file, options, positions, jobs);
        X12Context? context = null;
        do
        {
            using (var source = Open(file, options, context))
            using (var reading = new X12Reading(file, source, options, new ClaimBatchBuilder(file, positions), context))
            {
                while (!reading.IsAtCut && reading.Next() is { } batch)
                    yield return batch;
                context = reading.IsAtCut ? reading.Context : null;
            }

            if (context is not null)
                learn?.Invoke(context.Alone());

            while (context is not null && ahead.Take(context) is { } chunk)
            {
                (var batches, context) = stitching.Complete(chunk, context);
                if (context is not null)
                    learn?.Invoke(context.Alone());
                foreach (var batch in batches)
                    yield return batch;
            }
        }
        while (context is not null);
    }

    /// <summary>Opens a file at a cut, or at its start.</summary>
    public static X12Source Open(SourceFile file, X12ReaderOptions options, X12Context? context)
    {
        var stream = file.OpenRead();
        if (context is null)
            return new X12Source(stream, options.BufferSize);
        stream.Position = context.Offset;
        return new X12Source(stream, options.BufferSize, context.Offset, context.Delimiters);
    }
}
