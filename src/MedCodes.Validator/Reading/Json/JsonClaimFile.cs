using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>A file of claims in JSON that is read more than once.</summary>
/// <param name="file">The file.</param>
/// <param name="options">How it is cut up; null for the defaults.</param>
internal sealed class JsonClaimFile(SourceFile file, JsonClaimOptions? options = null) : LearntFile<JsonContext>(file)
{
    private readonly JsonClaimOptions _options = options ?? new JsonClaimOptions();

    /// <inheritdoc/>
    protected override IEnumerable<ClaimBatch> ReadAll(Workers workers, Action<JsonContext> learn) => JsonClaimReader.Read(File, workers, _options, learn);

    /// <inheritdoc/>
    protected override int ClaimsBefore(JsonContext cut) => cut.Claims;

    /// <inheritdoc/>
    protected override IEnumerable<ClaimBatch> ReadChunk(JsonContext? start, JsonContext? end, Func<int, bool> wanted, RecentStretches stretches)
    {
        var paths = new JsonPaths(start?.Skipped ?? 0);
        using var source = JsonClaimReader.Open(File, _options, start);
        var rows = new ClaimBatchBuilder(File, new JsonPositions(File, paths, stretches));
        var reading = new JsonReading(File, source, _options, rows, paths, start, wanted: wanted, isOneALine: end is { IsOneALine: true });
        while ((end is null || !reading.IsAtCut) && reading.Next() is { } batch)
            yield return batch;
    }
}
