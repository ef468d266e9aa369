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
        for (var i = 0; i < rows.Interchanges.Length; i++)
            CarryInterchange(rows, i);
        for (var i = 0; i < rows.Transactions.Length; i++)
            CarryTransaction(rows, i, rows.Transactions[i].Interchange);
    }

    private OpenRows Carry(RowSet rows, OpenRows open)
    {
        var next = OpenRows.None;
        if (open.Interchange >= 0 && open.Interchange < rows.Interchanges.Length)
            next.Interchange = CarryInterchange(rows, open.Interchange);
        if (open.Transaction >= 0)
            next.Transaction = CarryTransaction(rows, open.Transaction, Math.Max(0, next.Interchange));
        if (open.Billing >= 0)
            next.Billing = CarryProvider(rows, open.Billing);
        if (open.Subscriber >= 0)
        {
            next.Subscriber = CarryParty(rows, open.Subscriber, FieldOwner.Subscriber);
            CarryUnreadable(rows, FieldOwner.Patient, open.Subscriber, next.Subscriber);
            ref var subscriber = ref _parties[next.Subscriber];
            subscriber.Subscriber = next.Subscriber;
            subscriber.Coverage = CarryCoverage(rows, rows.Parties[open.Subscriber].Coverage, next);
            next.Patient = next.Subscriber;
        }

        if (open.Patient >= 0 && open.Patient != open.Subscriber)
        {
            next.Patient = CarryParty(rows, open.Patient, FieldOwner.Patient);
            _parties[next.Patient].Subscriber = next.Subscriber;
        }

        return next;
    }

    private int CarryInterchange(RowSet rows, int index)
    {
        var row = rows.Interchanges[index];
        ref var carried = ref AddInterchange(row.Segment);
        carried = row;
        carried.ControlNumber = Move(rows, row.ControlNumber);
        carried.SenderId = Move(rows, row.SenderId);
        carried.ReceiverId = Move(rows, row.ReceiverId);
        return _interchanges.Count - 1;
    }

    private int CarryTransaction(RowSet rows, int index, int interchange)
    {
        var row = rows.Transactions[index];
        ref var carried = ref AddTransaction(row.Segment, interchange);
        carried = row;
        carried.Interchange = interchange;
        carried.ControlNumber = Move(rows, row.ControlNumber);
        carried.GroupControlNumber = Move(rows, row.GroupControlNumber);
        carried.Guide = Move(rows, row.Guide);
        carried.Reference = Move(rows, row.Reference);
        carried.Purpose = Move(rows, row.Purpose);
        carried.Use = Move(rows, row.Use);
        CarryUnreadable(rows, FieldOwner.Transaction, index, _transactions.Count - 1);
        return _transactions.Count - 1;
    }

    private int CarryProvider(RowSet rows, int index)
    {
        var row = rows.Providers[index];
        _carriedProviders.Add(rows.OffsetOfProvider(index));
        ref var carried = ref _providers.Add();
        carried = row;
        if (row.Id >= ProviderRow.IsText)
            carried.Id = ProviderRow.IsText | Move(rows, (uint)row.Id);
        carried.TaxId = Move(rows, row.TaxId);
        carried.Taxonomy = Move(rows, row.Taxonomy);
        carried.Flags &= ~ProviderFlags.HasSecondaryId;
        if ((row.Flags & ProviderFlags.HasSecondaryId) != 0)
            SetSecondaryId(_providers.Count - 1, Move(rows, rows.SecondaryIds.First(id => id.Provider == index).Id));
        CarryUnreadable(rows, FieldOwner.Provider, index, _providers.Count - 1);
        return _providers.Count - 1;
    }

    private int CarryParty(RowSet rows, int index, FieldOwner owner)
    {
        var row = rows.Parties[index];
        _carriedParties.Add(rows.OffsetOfParty(index));
        ref var carried = ref _parties.Add();
        carried = row;
        carried.MemberId = Move(rows, row.MemberId);
        carried.FirstName = Move(rows, row.FirstName);
        carried.LastName = Move(rows, row.LastName);
        CarryUnreadable(rows, owner, index, _parties.Count - 1);
        return _parties.Count - 1;
    }

    private int CarryCoverage(RowSet rows, int index, OpenRows next)
    {
        if (index >= rows.Coverages.Length)
            return 0;
        var row = rows.Coverages[index];
        return AddCoverage(row with
        {
            Transaction = next.Transaction,
            Billing = next.Billing,
            PayerId = Move(rows, row.PayerId),
            PayerName = Move(rows, row.PayerName),
            GroupNumber = Move(rows, row.GroupNumber),
            GroupName = Move(rows, row.GroupName),
        });
    }

    private void CarryUnreadable(RowSet rows, FieldOwner owner, int from, int to) => rows.Unreadable.CopyTo(_unreadable, owner, from, to);

    private uint Move(RowSet rows, uint place) => place is 0 or TextPool.Unknown ? place : Texts.Add(TextPool.At(rows.Texts, place));
}
