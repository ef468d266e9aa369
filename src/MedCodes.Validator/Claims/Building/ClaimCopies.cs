using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>
/// Copies some claims of a batch into batches of their own, with all that they stand under: they say the same there and stand at the same places.
/// </summary>
/// <remarks>One thread at a time. The copies remain when it is disposed of.</remarks>
internal sealed partial class ClaimCopies : IDisposable
{
    private readonly RowSet _from;
    private readonly ClaimBatchBuilder _rows;
    private readonly Func<uint, uint> _moved;

    // What claims share, by its place there, with its place here.
    private readonly Dictionary<int, int> _interchanges = [];
    private readonly Dictionary<int, int> _transactions = [];
    private readonly Dictionary<int, int> _billing = [];
    private readonly Dictionary<int, int> _parties = [];

    /// <param name="batch">The batch.</param>
    public ClaimCopies(ClaimBatch batch)
    {
        (_from, _rows) = (batch.Rows, batch.NewBuilder());
        _moved = _rows.MovedFrom(_from);
    }

    /// <summary>Makes a batch of some claims.</summary>
    /// <param name="claims">Their places in the batch that they are copied from, in order.</param>
    public ClaimBatch Of(ReadOnlySpan<int> claims)
    {
        _interchanges.Clear();
        _transactions.Clear();
        _billing.Clear();
        _parties.Clear();
        _rows.BeginAt(_from.Base);
        _rows.GoOnBehind(claims.IsEmpty ? 0 : _from.OrdinalOf(claims[0]) - 1);
        Carry(claims);
        foreach (var claim in claims)
            Copy(claim);
        return _rows.Build();
    }

    public void Dispose() => _rows.Release();

    // What begins before the batch comes first.
    private void Carry(ReadOnlySpan<int> claims)
    {
        for (var i = 0; i < _from.CarriedProviders.Length; i++)
        {
            if (IsAny(claims, party => _from.Coverages[_from.Parties[_from.Parties[party].Subscriber].Coverage].Billing == i))
                _billing[i] = _rows.CarryProvider(_from, i, _moved);
        }

        for (var i = 0; i < _from.CarriedParties.Length; i++)
        {
            if (IsAny(claims, party => party == i || _from.Parties[party].Subscriber == i))
                _parties[i] = _rows.CarryParty(_from, i, _moved);
        }

        foreach (var party in _parties.Keys.ToList())
            TellCoverage(party);
    }

    private bool IsAny(ReadOnlySpan<int> claims, Func<int, bool> isOfParty)
    {
        foreach (var claim in claims)
        {
            if (isOfParty(_from.Claims[claim].Party))
                return true;
        }

        return false;
    }

    private int PartyOf(int index)
    {
        if (_parties.TryGetValue(index, out var place))
            return place;
        if (_from.Parties[index].Subscriber is var subscriber && subscriber != index)
            PartyOf(subscriber);
        _parties[index] = place = _rows.CopyParty(_from, index, _moved);
        TellCoverage(index);
        return place;
    }

    private void TellCoverage(int party)
    {
        var row = _from.Parties[party];
        var coverage = row.Subscriber == party ? CoverageOf(row.Coverage) : 0;
        var subscriber = PartyOf(row.Subscriber);
        ref var copy = ref _rows.Party(_parties[party]);
        (copy.Subscriber, copy.Coverage) = (subscriber, coverage);
    }

    private int CoverageOf(int index)
    {
        var coverage = _from.Coverages[index];
        return _rows.CopyCoverage(_from, index, TransactionOf(coverage.Transaction), BillingOf(coverage.Billing), _moved);
    }

    private int BillingOf(int index)
    {
        if (index < 0)
            return index;
        if (!_billing.TryGetValue(index, out var place))
            _billing[index] = place = _rows.CopyProvider(_from, index, _moved);
        return place;
    }

    private int TransactionOf(int index)
    {
        if (!_transactions.TryGetValue(index, out var place))
            _transactions[index] = place = _rows.CopyTransaction(_from, index, InterchangeOf(_from.Transactions[index].Interchange), _moved);
        return place;
    }

    private int InterchangeOf(int index)
    {
        if (!_interchanges.TryGetValue(index, out var place))
            _interchanges[index] = place = _rows.CopyInterchange(_from, index, _moved);
        return place;
    }
}
