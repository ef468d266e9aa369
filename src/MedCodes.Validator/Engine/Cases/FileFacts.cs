using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>The facts of a file beside its claims: the file, its envelopes and its faults.</summary>
/// <param name="loaded">The file.</param>
/// <param name="number">Its number in the run.</param>
internal sealed class FileFacts(LoadedFile loaded, int number)
{
    /// <summary>The sequence of the first fault; those of the others follow. At one place faults come behind envelopes, which are fewer.</summary>
    public const int FirstFault = 1 << 30;

    private readonly List<Fact> _envelopes = [];
    private int _sequence;
    private (long Start, Fact Fact)? _interchange;
    private (long Start, Fact Fact)? _transaction;
    private (ClaimBatch Batch, Envelopes Envelopes)? _latest;
    private FaultList? _faults;

    /// <summary>The number of the file in the run.</summary>
    public int Number => number;

    /// <summary>The file itself.</summary>
    public Fact File { get; } = Fact.Of(FileKinds.File, new FileContent(loaded.File, loaded.Content), null, new FactOrder(number, 0, 0, -1), PlaceIn(loaded.File, () => new SourceSpan(0, 0), ""));

    /// <summary>The number of its faults.</summary>
    public int FaultCount => Faults.Count;

    /// <summary>The file, its faults, and the envelopes that were asked for, in canonical order, the file first.</summary>
    public ImmutableArray<Fact> All => [File, .. _envelopes.Concat(Faults.Select(FactOf)).OrderBy(fact => fact.Order)];

    /// <summary>The same without the faults.</summary>
    public ImmutableArray<Fact> WithoutFaults => [File, .. _envelopes.OrderBy(fact => fact.Order)];

    /// <summary>The faults alone, in canonical order and some at a time; those at one place come together.</summary>
    /// <param name="most">About how many at a time.</param>
    public IEnumerable<ImmutableArray<Fact>> FaultsInTurn(int most)
    {
        var some = ImmutableArray.CreateBuilder<Fact>(most);
        foreach (var (fault, number) in Faults.InOrder())
        {
            if (some.Count >= most && some[^1].Order.Offset < fault.Span.Offset)
            {
                yield return some.ToImmutable();
                some.Clear();
            }

            some.Add(FactOf(fault, number));
        }

        if (some.Count > 0)
            yield return some.ToImmutable();
    }

    /// <summary>Asks for the envelopes of a batch.</summary>
    public void Include(ClaimBatch batch) => EnvelopesOf(batch);

    /// <summary>The transactions of a batch. Batches are asked for in their order, and a transaction may go on in the next one.</summary>
    public ImmutableArray<Fact> TransactionsOf(ClaimBatch batch) => EnvelopesOf(batch).Transactions;

    // Asked for once, so that what changes in the meantime does not change what is said.
    private FaultList Faults => _faults ??= loaded.FaultsByNow;

    private Envelopes EnvelopesOf(ClaimBatch batch)
    {
        if (_latest is not { } latest || latest.Batch != batch)
        {
            ImmutableArray<Fact> interchanges = [.. batch.Interchanges.Select(InterchangeOf)];
            latest = (batch, new Envelopes(interchanges, [.. batch.Transactions.Select(transaction => TransactionOf(transaction, interchanges[transaction.Interchange.Index]))]));
            _latest = latest;
        }

        return latest.Envelopes;
    }

    private Fact InterchangeOf(Interchange interchange)
    {
        if (interchange.Index > 0 || _interchange is not { } latest || latest.Start != interchange.Start)
            _interchange = (interchange.Start, Envelope(FileKinds.Interchange, interchange, File, interchange.Start, () => interchange.Span, "ISA"));
        return _interchange.Value.Fact;
    }

    private Fact TransactionOf(Transaction transaction, Fact whole)
    {
        if (transaction.Index > 0 || _transaction is not { } latest || latest.Start != transaction.Start)
            _transaction = (transaction.Start, Envelope(FileKinds.Transaction, transaction, whole, transaction.Start, () => transaction.Span, "ST"));
        return _transaction.Value.Fact;
    }

    private Fact Envelope(FactKind kind, object content, Fact whole, long offset, Func<SourceSpan> span, string path)
    {
        _envelopes.Add(Fact.Of(kind, content, whole, new FactOrder(number, offset, 0, _sequence++), PlaceIn(loaded.File, span, path)));
        return _envelopes[^1];
    }

    private Fact FactOf(Fault fault, int place) =>
        Fact.Of(FileKinds.Fault, fault, File, new FactOrder(number, fault.Span.Offset, 0, FirstFault + place), _ => PlaceOf(fault));

    // Facts are kept for the ledger until the run ends: they must not keep what else was loaded, of which the faults may be very many.
    private static Func<Fact, Place> PlaceIn(SourceFile file, Func<SourceSpan> span, string path) => _ => new Place { File = file, Span = span(), Path = path };

    private static Place PlaceOf(Fault fault) => new() { File = fault.File, Span = fault.Span, Path = fault.Path, Claim = fault.Claim };

    private readonly record struct Envelopes(ImmutableArray<Fact> Interchanges, ImmutableArray<Fact> Transactions);
}
