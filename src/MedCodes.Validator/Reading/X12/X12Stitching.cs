using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Gives batches that were read from a cut on what was open there: their first rows, their numbers, the checks of trailers.</summary>
internal sealed class X12Stitching(SourceFile file, ClaimPositions positions)
{
    /// <summary>Bytes that hold the texts of nearly every envelope and billing provider.</summary>
    public const int UsualTexts = 512;

    /// <summary>Completes a chunk that fits to what is open at its cut.</summary>
    /// <returns>The batches, and what is open at the next cut; null where the file ends.</returns>
    public (List<ClaimBatch> Batches, X12Context? End) Complete(X12Chunk chunk, X12Context before)
    {
        var batches = new List<ClaimBatch>(chunk.Batches.Count);
        for (var i = 0; i < chunk.Batches.Count; i++)
        {
            var batch = chunk.Batches[i];
            var trailers = chunk.Trailers.Where(trailer => trailer.Batch == i).SelectMany(trailer => trailer.Trailer.Faults(file, before));
            ImmutableArray<Fault> faults = [.. batch.Faults.Select(fault => Numbered(fault, before.Claims)).Concat(trailers).OrderBy(fault => fault.Span.Offset)];
            batches.Add(new ClaimBatch(file, Completed(batch.Rows, before, i == 0 ? new(batch.Rows.Texts, chunk.Room, UsualTexts) : new(batch.Rows.Texts, 0, 0)), positions, faults));
        }

        if (chunk.End is not { } end)
            return (batches, null);
        return (batches, end with
        {
            Interchange = end.Interchange.Behind(before.Interchange),
            Group = end.Group.Behind(before.Group),
            Transaction = end.Transaction.Behind(before.Transaction),
            Segments = end.Transaction.IsInherited ? before.Segments + end.Segments : end.Segments,
            Claims = before.Claims + end.Claims,
            Rows = batches[^1].Rows,
        });
    }

    private static Fault Numbered(Fault fault, int claims)
    {
        if (fault.Claim is not { } claim)
            return fault;
        var (old, number) = (X12Reading.ClaimPathOf(claim), claim + claims);
        var path = fault.Path.StartsWith(old, StringComparison.Ordinal) ? X12Reading.ClaimPathOf(number) + fault.Path[old.Length..] : fault.Path;
        return fault with { Claim = number, Path = path };
    }

    private static RowSet Completed(RowSet rows, X12Context before, X12TextRoom texts)
    {
        uint Moved(uint place) => place == 0 ? 0 : texts.Add(TextPool.At(before.Rows.Texts, place));
        foreach (ref var row in rows.Interchanges.AsSpan())
        {
            if (row.Segment != X12Context.Before)
                continue;
            // Behind the cut it may have turned out that composites are cut by another byte.
            var delimiters = row.Delimiters;
            row = before.Rows.Interchanges[before.Open.Interchange];
            row.MoveTexts(Moved);
            row.Delimiters = delimiters;
        }

        CompleteTransactions(rows, before, texts, Moved);
        var secondaryIds = CompleteProviders(rows, before, Moved);
        return rows with { FirstOrdinal = rows.FirstOrdinal + before.Claims, Texts = texts.Texts, SecondaryIds = secondaryIds };
    }

    private static void CompleteTransactions(RowSet rows, X12Context before, X12TextRoom texts, Func<uint, uint> moved)
    {
        var group = before.Group.ControlNumber.Length == 0 ? 0 : texts.Add(Encoding.UTF8.GetBytes(before.Group.ControlNumber));
        for (var i = 0; i < rows.Transactions.Length; i++)
        {
            ref var row = ref rows.Transactions[i];
            if (row.GroupControlNumber == TextPool.Unknown)
                row.GroupControlNumber = group;
            if (row.Segment != X12Context.Before)
                continue;
            var interchange = row.Interchange;
            row = before.Rows.Transactions[before.Open.Transaction];
            row.Interchange = interchange;
            row.MoveTexts(moved);
            before.Rows.Unreadable.CopyTo(rows.Unreadable, FieldOwner.Transaction, before.Open.Transaction, i);
        }
    }

    private static SecondaryIdRow[] CompleteProviders(RowSet rows, X12Context before, Func<uint, uint> moved)
    {
        var place = Array.IndexOf(rows.CarriedProviders, X12Context.Before);
        if (place < 0)
            return rows.SecondaryIds;
        var from = before.Open.Billing;
        ref var row = ref rows.Providers[place];
        row = before.Rows.Providers[from];
        row.Segment = 0;
        row.MoveTexts(moved);
        rows.CarriedProviders[place] = before.Rows.OffsetOfProvider(from);
        before.Rows.Unreadable.CopyTo(rows.Unreadable, FieldOwner.Provider, from, place);

        // Carried providers come first, and those of a batch stand in their order.
        return before.Rows.SecondaryIdOf(from) is { } id ? [new SecondaryIdRow { Provider = place, Id = moved(id) }, .. rows.SecondaryIds] : rows.SecondaryIds;
    }
}
