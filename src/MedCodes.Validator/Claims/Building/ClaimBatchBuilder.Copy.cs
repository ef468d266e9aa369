using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Copies rows of another batch, with what could not be read of them. Texts are moved by <see cref="MovedFrom"/>.</summary>
internal sealed partial class ClaimBatchBuilder
{
    /// <summary>Adds texts of another batch, by their places there, and gives their places here.</summary>
    public Func<uint, uint> MovedFrom(RowSet rows) => place => place is 0 or TextPool.Unknown ? place : Texts.Add(TextPool.At(rows.Texts, place));

    /// <summary>Copies what could not be read of a row.</summary>
    public void CopyUnreadable(RowSet rows, FieldOwner owner, int from, int to) => rows.Unreadable.CopyTo(_unreadable, owner, from, to);

    /// <summary>Adds an interchange of another batch.</summary>
    /// <returns>Its place here.</returns>
    public int CopyInterchange(RowSet rows, int index, Func<uint, uint> moved)
    {
        ref var copy = ref _interchanges.Add();
        copy = rows.Interchanges[index];
        copy.MoveTexts(moved);
        CopyUnreadable(rows, FieldOwner.Interchange, index, _interchanges.Count - 1);
        return _interchanges.Count - 1;
    }

    /// <summary>Adds a transaction of another batch.</summary>
    /// <param name="rows">The rows of that batch.</param>
    /// <param name="index">Its place there.</param>
    /// <param name="interchange">The place of its interchange here.</param>
    /// <param name="moved">Moves its texts.</param>
    /// <returns>Its place here.</returns>
    public int CopyTransaction(RowSet rows, int index, int interchange, Func<uint, uint> moved)
    {
        ref var copy = ref _transactions.Add();
        copy = rows.Transactions[index];
        copy.Interchange = interchange;
        copy.MoveTexts(moved);
        CopyUnreadable(rows, FieldOwner.Transaction, index, _transactions.Count - 1);
        return _transactions.Count - 1;
    }

    /// <summary>Adds what subscribers of another batch share, under a transaction and a billing provider that are here.</summary>
    /// <returns>Its place here.</returns>
    public int CopyCoverage(RowSet rows, int index, int transaction, int billing, Func<uint, uint> moved)
    {
        var copy = rows.Coverages[index] with { Transaction = transaction, Billing = billing };
        copy.MoveTexts(moved);
        return AddCoverage(copy);
    }

    /// <summary>Adds a provider of another batch that begins before this one.</summary>
    /// <returns>Its place here.</returns>
    public int CarryProvider(RowSet rows, int index, Func<uint, uint> moved)
    {
        _carriedProviders.Add(rows.OffsetOfProvider(index));
        return CopyProvider(ref _providers.Add(), rows, index, moved);
    }

    /// <summary>Adds a provider of another batch at its place in the file.</summary>
    /// <returns>Its place here.</returns>
    public int CopyProvider(RowSet rows, int index, Func<uint, uint> moved)
    {
        ref var copy = ref AddProvider(rows.OffsetOfProvider(index), default);
        var segment = copy.Segment;
        var place = CopyProvider(ref copy, rows, index, moved);
        copy.Segment = segment;
        return place;
    }

    /// <summary>Adds a subscriber or dependent of another batch that begins before this one. Whose coverage they have is to be said.</summary>
    /// <returns>Its place here.</returns>
    public int CarryParty(RowSet rows, int index, Func<uint, uint> moved)
    {
        _carriedParties.Add(rows.OffsetOfParty(index));
        return CopyParty(ref _parties.Add(), rows, index, moved);
    }

    /// <summary>Adds a subscriber or dependent of another batch at its place in the file. Whose coverage they have is to be said.</summary>
    /// <returns>Its place here.</returns>
    public int CopyParty(RowSet rows, int index, Func<uint, uint> moved)
    {
        ref var copy = ref AddParty(rows.OffsetOfParty(index));
        var segment = copy.Segment;
        var place = CopyParty(ref copy, rows, index, moved);
        copy.Segment = segment;
        return place;
    }

    // The row is the last one.
    private int CopyProvider(ref ProviderRow copy, RowSet rows, int index, Func<uint, uint> moved)
    {
        var place = _providers.Count - 1;
        copy = rows.Providers[index];
        copy.MoveTexts(moved);
        copy.Flags &= ~ProviderFlags.HasSecondaryId;
        CopyUnreadable(rows, FieldOwner.Provider, index, place);
        if (rows.SecondaryIdOf(index) is { } id)
            SetSecondaryId(place, moved(id));
        return place;
    }

    // The row is the last one.
    private int CopyParty(ref PartyRow copy, RowSet rows, int index, Func<uint, uint> moved)
    {
        var place = _parties.Count - 1;
        copy = rows.Parties[index];
        copy.MoveTexts(moved);
        CopyUnreadable(rows, FieldOwner.Subscriber, index, place);
        CopyUnreadable(rows, FieldOwner.Patient, index, place);
        return place;
    }
}
