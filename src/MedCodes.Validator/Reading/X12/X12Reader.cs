using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads X12 837 claims, professional (005010X222) and institutional (005010X223).</summary>
internal static class X12Reader
{
    /// <summary>Reads a file stretch by stretch, so that a file of any size takes little memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it is cut up; null for the defaults.</param>
    /// <returns>
    /// At least one batch, each with the faults of its stretch. Whatever the bytes are, nothing is thrown for them: what is
    /// wrong is a fault, and reading goes on behind it.
    /// </returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, X12ReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadBatches(file, options ?? new X12ReaderOptions(), null);
    }

    /// <summary>Reads a file on several threads: the same batches in the same order as on one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="workers">Who reads it. Up to twice as many stretches of the file are held ahead of the one that is taken.</param>
    /// <param name="options">How it is cut up; null for the defaults.</param>
    /// <param name="learn">Is told of each cut; null where nobody wants to know.</param>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, Workers workers, X12ReaderOptions? options = null, Action<X12Context>? learn = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= new X12ReaderOptions();
        return workers.Jobs == 1 || file.Length <= options.ChunkSize ? ReadBatches(file, options, learn) : X12ParallelReading.Read(file, options, workers, learn);
    }

    private static IEnumerable<ClaimBatch> ReadBatches(SourceFile file, X12ReaderOptions options, Action<X12Context>? learn)
    {
        using var source = new X12Source(file.OpenRead(), options.BufferSize);
        using var reading = new X12Reading(file, source, options);
        while (reading.Next() is { } batch)
        {
            if (reading.IsAtCut)
                learn?.Invoke(reading.Context.Alone());
            yield return batch;
        }
    }
}
