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
        return ReadBatches(file, options ?? new X12ReaderOptions());
    }

    /// <summary>Reads a file on several threads: the same batches in the same order as on one.</summary>
    /// <param name="file">The file.</param>
    /// <param name="jobs">How many threads read at once, at least 1. Up to twice as many stretches of the file are held ahead of the one that is taken.</param>
    /// <param name="options">How it is cut up; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1.</exception>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, int jobs, X12ReaderOptions? options = null) => Read(file, jobs, options, null);

    internal static IEnumerable<ClaimBatch> Read(SourceFile file, int jobs, X12ReaderOptions? options, Action<X12Context>? learn)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        options ??= new X12ReaderOptions();
        return jobs == 1 || file.Length <= options.ChunkSize ? ReadBatches(file, options, learn: learn) : X12ParallelReading.Read(file, options, jobs, learn);
    }

    /// <summary>Reads a file again for some of its claims: the others are gone over, which costs a fraction of reading them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">Whether a claim is wanted, by its place in the file from 1 (<see cref="Claim.Ordinal"/>). It may be asked more than once.</param>
    /// <param name="options">How the file is cut up; null for the defaults.</param>
    /// <returns>
    /// The claims that are wanted, each as in a reading of all: with its place in the file, its subscriber, its provider and its
    /// transaction. Of the faults only those of wanted claims are told.
    /// </returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, Func<int, bool> wanted, X12ReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wanted);
        return ReadBatches(file, options ?? new X12ReaderOptions(), wanted);
    }

    private static IEnumerable<ClaimBatch> ReadBatches(SourceFile file, X12ReaderOptions options, Func<int, bool>? wanted = null, Action<X12Context>? learn = null)
    {
        using var source = new X12Source(file.OpenRead(), options.BufferSize);
        using var reading = new X12Reading(file, source, options, wanted);
        while (reading.Next() is { } batch)
        {
            if (reading.IsAtCut)
                learn?.Invoke(reading.Context.Alone());
            yield return batch;
        }
    }
}
