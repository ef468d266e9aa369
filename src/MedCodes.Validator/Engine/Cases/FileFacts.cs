using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>The facts of a file beside its claims: the file, its envelopes and its faults.</summary>
internal sealed class FileFacts
{
    private readonly Dictionary<(ClaimBatch Batch, int Index), Fact> _transactions = [];
    private readonly List<Fact> _all = [];
    private readonly int _number;
    private int _sequence;

    public FileFacts(LoadedFile loaded, int number)
    {
        _number = number;
        var file = loaded.File;
        File = Add(FileKinds.File, new FileContent(file, loaded.Content), null, 0, () => new Place { File = file, Span = new SourceSpan(0, 0) });
        foreach (var batch in loaded.Batches)
            AddEnvelopes(file, batch);
        foreach (var fault in loaded.Faults)
            Add(FileKinds.Fault, fault, File, fault.Span.Offset, () => PlaceOf(fault));
        All = [.. _all.OrderBy(fact => fact.Order)];
    }

    /// <summary>The file itself.</summary>
    public Fact File { get; }

    /// <summary>All of them in canonical order, the file first.</summary>
    public ImmutableArray<Fact> All { get; }

    /// <summary>The transaction that a claim stands in.</summary>
    public Fact TransactionOf(Claim claim) => _transactions[(claim.Batch, claim.Transaction.Index)];

    private void AddEnvelopes(SourceFile file, ClaimBatch batch)
    {
        var interchanges = new List<Fact>();
        foreach (var interchange in batch.Interchanges)
            interchanges.Add(Add(FileKinds.Interchange, interchange, File, interchange.Span.Offset, () => new Place { File = file, Span = interchange.Span, Path = "ISA" }));
        foreach (var transaction in batch.Transactions)
        {
            var whole = interchanges[transaction.Interchange.Index];
            _transactions[(batch, transaction.Index)] =
                Add(FileKinds.Transaction, transaction, whole, transaction.Span.Offset, () => new Place { File = file, Span = transaction.Span, Path = "ST" });
        }
    }

    private Fact Add(FactKind kind, object content, Fact? whole, long offset, Func<Place> place)
    {
        var fact = Fact.Of(kind, content, whole, new FactOrder(_number, offset, 0, _sequence++), _ => place());
        _all.Add(fact);
        return fact;
    }

    private static Place PlaceOf(Fault fault) => new() { File = fault.File, Span = fault.Span, Path = fault.Path, Claim = fault.Claim };
}
