using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Gives batches that were read from a cut on what stands before it: their numbers, and the envelopes that go on.</summary>
internal sealed class JsonStitching(SourceFile file, JsonPositions positions, JsonPaths paths)
{
    /// <summary>Completes a chunk that begins at a cut.</summary>
    /// <returns>The batches, and what is known at the next cut; null where the file ends.</returns>
    public (IReadOnlyList<ClaimBatch> Batches, JsonContext? End) Complete(JsonChunk chunk, JsonContext before)
    {
        var opening = chunk.Opening;
        var interchange = opening is not null && before.Interchange.IsSameAs(opening.Interchange);
        var transaction = interchange && before.Transaction.IsSameAs(opening!.Transaction) && before.Setting == opening.Setting;
        ImmutableArray<Fault> told = [.. interchange ? opening!.OfInterchange : [], .. transaction ? opening!.OfTransaction : []];
        paths.SkipAll(chunk.Paths, before.Claims);
        var batches = new List<ClaimBatch>(chunk.Batches.Count);
        foreach (var batch in chunk.Batches)
        {
            foreach (ref var row in batch.Rows.Interchanges.AsSpan())
                row.Segment = interchange && row.Segment == opening!.Interchange.Offset ? before.Interchange.Offset : row.Segment;
            foreach (ref var row in batch.Rows.Transactions.AsSpan())
                row.Segment = transaction && row.Segment == opening!.Transaction.Offset ? before.Transaction.Offset : row.Segment;
            var faults = batch.Faults.Where(fault => !told.Contains(fault)).Select(fault => Numbered(fault, before));
            batches.Add(new ClaimBatch(file, batch.Rows with { FirstOrdinal = batch.Rows.FirstOrdinal + before.Claims }, positions, [.. faults]));
        }

        if (chunk.End is not { } end)
            return (batches, null);
        var isSameInterchange = opening is null || (interchange && end.Interchange.Offset == opening.Interchange.Offset);
        var isSameTransaction = opening is null || (transaction && end.Transaction.Offset == opening.Transaction.Offset);
        return (batches, end with
        {
            Claims = before.Claims + end.Claims,
            Skipped = before.Skipped + end.Skipped,
            Interchange = isSameInterchange ? before.Interchange : end.Interchange,
            Transaction = isSameTransaction ? before.Transaction : end.Transaction,
            Setting = opening is null ? before.Setting : end.Setting,
        });
    }

    private static Fault Numbered(Fault fault, JsonContext before)
    {
        // What is wrong with the file as a whole has no place in it.
        if (fault.Path.Length == 0)
            return fault;
        var end = fault.Path.IndexOf('/', 1);
        var value = end < 0 ? fault.Path.AsSpan(1) : fault.Path.AsSpan(1, end - 1);
        var number = long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) + before.Claims + before.Skipped;
        return fault with { Claim = fault.Claim + before.Claims, Path = $"/{number.ToString(CultureInfo.InvariantCulture)}{(end < 0 ? "" : fault.Path[end..])}" };
    }
}
