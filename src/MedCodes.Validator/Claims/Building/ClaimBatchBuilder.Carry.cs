using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Goes on under the same patient, provider and transaction in the next batch.</summary>
internal sealed partial class ClaimBatchBuilder
{
    /// <summary>Makes the batch of all rows added so far and starts the next one with the open rows in it.</summary>
    public ClaimBatch Build(ImmutableArray<Fault> faults, ref OpenRows open)
    {
        var batch = Build(faults);
        open = Carry(batch.Rows, open);
        return batch;
    }

    /// <summary>Goes on under rows of another batch, behind so many claims of the file.</summary>
    public OpenRows GoOn(RowSet rows, OpenRows open, int claims)
    {
        GoOnBehind(claims);
        return Carry(rows, open);
    }

    /// <summary>Goes on behind so many claims of the file.</summary>
    public void GoOnBehind(int claims) => _firstOrdinal = claims + 1;

    /// <summary>Adds the envelopes of another batch, at the same places.</summary>
    public void AddEnvelopes(RowSet rows)
    {
        var moved = MovedFrom(rows);
        for (var i = 0; i < rows.Interchanges.Length; i++)
            CopyInterchange(rows, i, moved);
        for (var i = 0; i < rows.Transactions.Length; i++)
            CopyTransaction(rows, i, rows.Transactions[i].Interchange, moved);
    }

    private OpenRows Carry(RowSet rows, OpenRows open)
    {
        var (next, moved) = (OpenRows.None, MovedFrom(rows));
        if (open.Interchange >= 0 && open.Interchange < rows.Interchanges.Length)
            next.Interchange = CopyInterchange(rows, open.Interchange, moved);
        if (open.Transaction >= 0)
            next.Transaction = CopyTransaction(rows, open.Transaction, Math.Max(0, next.Interchange), moved);
        if (open.Billing >= 0)
            next.Billing = CarryProvider(rows, open.Billing, moved);
        if (open.Subscriber >= 0)
        {
            next.Subscriber = CarryParty(rows, open.Subscriber, moved);
            ref var subscriber = ref _parties[next.Subscriber];
            subscriber.Subscriber = next.Subscriber;
            subscriber.Coverage = CarryCoverage(rows, rows.Parties[open.Subscriber].Coverage, next, moved);
            next.Patient = next.Subscriber;
        }

        if (open.Patient >= 0 && open.Patient != open.Subscriber)
        {
            next.Patient = CarryParty(rows, open.Patient, moved);
            _parties[next.Patient].Subscriber = next.Subscriber;
        }

        return next;
    }

    private int CarryCoverage(RowSet rows, int index, OpenRows next, Func<uint, uint> moved) =>
        index < rows.Coverages.Length ? CopyCoverage(rows, index, next.Transaction, next.Billing, moved) : 0;
}
