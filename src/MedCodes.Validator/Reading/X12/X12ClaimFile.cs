using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>An X12 claim file that is read more than once.</summary>
/// <param name="file">The file.</param>
/// <param name="options">How it is cut up; null for the defaults.</param>
internal sealed class X12ClaimFile(SourceFile file, X12ReaderOptions? options = null) : LearntFile<X12Context>(file)
{
    private readonly X12ReaderOptions _options = options ?? new X12ReaderOptions();

    /// <inheritdoc/>
    protected override IEnumerable<ClaimBatch> ReadAll(Workers workers, Action<X12Context> learn) => X12Reader.Read(File, workers, _options, learn);

    /// <inheritdoc/>
    protected override int ClaimsBefore(X12Context cut) => cut.Claims;

    /// <inheritdoc/>
    protected override IEnumerable<ClaimBatch> ReadChunk(X12Context? start, X12Context? end, Func<int, bool> wanted, RecentStretches stretches)
    {
        using var source = X12ParallelReading.Open(File, _options, start);
        using var reading = new X12Reading(File, source, _options, new ClaimBatchBuilder(File, new X12Positions(File, stretches)), start, wanted);
        while ((end is null || !reading.IsAtCut) && reading.Next() is { } batch)
            yield return batch;
    }
}
