using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Counts what a file holds while its batches go by. An interchange or transaction may go on from one batch into the next.</summary>
internal sealed class FileCounts
{
    private readonly List<(long Start, InterchangeSummary Summary)> _interchanges = [];
    private readonly List<(int Interchange, long Start, TransactionSummary Summary)> _transactions = [];
    private readonly Dictionary<(string? Id, string? Name), int> _payers = [];
    private readonly Dictionary<FaultKind, int> _faults = [];

    public int Lines { get; private set; }

    public decimal Charges { get; private set; }

    public DateOnly? FirstDay { get; private set; }

    public DateOnly? LastDay { get; private set; }

    public ImmutableArray<InterchangeSummary> Interchanges
    {
        get
        {
            var transactions = _transactions.ToLookup(transaction => transaction.Interchange, transaction => transaction.Summary);
            return [.. _interchanges.Select((interchange, index) => interchange.Summary with { Transactions = [.. transactions[index]] })];
        }
    }

    public ImmutableArray<PayerSummary> Payers =>
    [
        .. _payers.Select(payer => new PayerSummary(payer.Key.Id, payer.Key.Name, payer.Value))
            .OrderByDescending(payer => payer.Claims)
            .ThenBy(payer => payer.Id, StringComparer.Ordinal)
            .ThenBy(payer => payer.Name, StringComparer.Ordinal),
    ];

    public ImmutableArray<FaultSummary> Faults =>
        [.. _faults.Select(fault => new FaultSummary(fault.Key, fault.Value)).OrderByDescending(fault => fault.Count).ThenBy(fault => fault.Kind)];

    public void Add(Fault fault) => CollectionsMarshal.GetValueRefOrAddDefault(_faults, fault.Kind, out _)++;

    public void Add(ClaimBatch batch)
    {
        foreach (var fault in batch.Faults)
            Add(fault);
        var interchanges = batch.Interchanges.Select(Find).ToArray();
        var transactions = batch.Transactions.Select(transaction => Find(transaction, interchanges[transaction.Interchange.Index])).ToArray();
        foreach (var claim in batch.Claims)
        {
            ref var transaction = ref CollectionsMarshal.AsSpan(_transactions)[transactions[claim.Transaction.Index]];
            transaction.Summary = transaction.Summary with { Claims = transaction.Summary.Claims + 1 };
            CollectionsMarshal.GetValueRefOrAddDefault(_payers, (claim.PayerId, claim.PayerName), out _)++;
            Charges += claim.Total ?? 0;
        }

        Lines += batch.Lines.Count;
        foreach (var line in batch.Lines)
        {
            Include(line.Date);
            Include(line.Through);
        }
    }

    private int Find(Interchange interchange)
    {
        var start = interchange.Start;
        if (_interchanges.Count == 0 || _interchanges[^1].Start != start)
            _interchanges.Add((start, new InterchangeSummary(interchange.ControlNumber, interchange.SenderId, interchange.ReceiverId, [])));
        return _interchanges.Count - 1;
    }

    private int Find(Transaction transaction, int interchange)
    {
        var start = transaction.Start;
        if (_transactions.Count == 0 || _transactions[^1].Start != start)
        {
            _transactions.Add((interchange, start, new TransactionSummary(
                transaction.ControlNumber, transaction.Guide, transaction.Setting, transaction.Submitted, 0)));
        }

        return _transactions.Count - 1;
    }

    private void Include(DateOnly? day)
    {
        if (day is null)
            return;
        FirstDay = FirstDay is { } first && first < day ? first : day;
        LastDay = LastDay is { } last && last > day ? last : day;
    }
}
