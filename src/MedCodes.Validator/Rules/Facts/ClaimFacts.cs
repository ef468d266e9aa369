using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>The facts of one claim. Those of a kind are made when one of them is first asked for: of most claims none is, of most others few kinds.</summary>
internal sealed partial class ClaimFacts
{
    private readonly Claim _view;
    private readonly Fact _transaction;
    private readonly Fact _patient;
    private readonly int _file;
    private readonly bool _isHistory;
    private Dictionary<FactKind, FactsOfKind>? _made;
    private Fact? _claim;

    private ClaimFacts(Claim view, Fact transaction, Fact patient, Profile profile, int file, bool isHistory)
    {
        _view = view;
        _transaction = transaction;
        _patient = patient;
        _file = file;
        _isHistory = isHistory;
        Profile = profile;
    }

    /// <summary>Its patient.</summary>
    public Fact Patient => _patient;

    /// <summary>The claim as it was read.</summary>
    public Claim View => _view;

    /// <summary>The claim itself.</summary>
    public Fact Claim => _claim ??= Fact.Of(
        ClaimKinds.Claim,
        new ClaimContent(_view, _view.Batch.File, _patient, Profile),
        _transaction,
        Order,
        _ => PlaceOf(_view.Span, _view.Path),
        _isHistory);

    /// <summary>The claim and all that stands in it, in canonical order.</summary>
    public IEnumerable<Fact> All => Kinds.InOrder.SelectMany(kind => OfKind(kind)).OrderBy(fact => fact.Order);

    /// <summary>Its profile.</summary>
    public Profile Profile { get; }

    /// <summary>Whether a later claim replaces or voids it, or it is a void itself: then only claim scope sees it.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>The path of its file.</summary>
    public string Path => (_transaction.Root.Content as FileContent)?.File.Path ?? "";

    /// <summary>Its place in the canonical order.</summary>
    public FactOrder Order => new(_file, _view.Offset, _view.Ordinal, 0);

    /// <summary>The lines that were denied when it was judged, by their order of declaration; none where no fact was made of them.</summary>
    public ImmutableArray<int> Denied => _made is not null && _made.TryGetValue(LineKinds.Line, out var lines)
        ? [.. lines.InOrder.Where(line => line.IsDenied).Select(line => line.Order.Sequence)]
        : [];

    /// <summary>Stands for the file of claims that were never in one.</summary>
    private static SourceFile NoFile { get; } = SourceFile.FromBytes("", ReadOnlyMemory<byte>.Empty);

    public static ClaimFacts Of(
        Claim view, Fact transaction, Fact patient, Profile profile, int file, bool isHistory = false, bool isSuperseded = false) =>
        new(view, transaction, patient, profile, file, isHistory) { IsSuperseded = isSuperseded };

    /// <summary>Its facts of a kind, in canonical order; empty for a kind that stands in no claim.</summary>
    public ImmutableArray<Fact> OfKind(FactKind kind) => kind == ClaimKinds.Claim ? [Claim] : kind.IsWithin(ClaimKinds.Claim) ? Made(kind).InOrder : [];

    /// <summary>The fact of a row: rows of a kind stand in the claim as they were declared, whatever order the file has them in.</summary>
    /// <exception cref="IndexOutOfRangeException">The claim has fewer facts of the kind.</exception>
    public Fact AtRow(FactKind kind, int place) => kind == ClaimKinds.Claim ? Claim : Made(kind).AsDeclared[place];

    /// <summary>Takes back what was denied when it was judged before.</summary>
    public void Allow()
    {
        if (_made is null || !_made.TryGetValue(LineKinds.Line, out var lines))
            return;
        foreach (var line in lines.AsDeclared)
            line.IsDenied = false;
    }

    /// <summary>Marks as denied the lines that were when the claim was judged.</summary>
    public void Deny(ImmutableArray<int> denied)
    {
        if (denied.IsEmpty)
            return;
        foreach (var line in OfKind(LineKinds.Line))
            line.IsDenied = denied.Contains(line.Order.Sequence);
    }

    /// <summary>Lets go of the facts; asked for again, it is made anew.</summary>
    public void Forget() => (_made, _claim) = (null, null);

    private FactsOfKind Made(FactKind kind)
    {
        if (_made is not null && _made.TryGetValue(kind, out var facts))
            return facts;
        var asDeclared = new Making(this, kind).Make();
        return (_made ??= [])[kind] = new FactsOfKind(asDeclared, InOrder(asDeclared));
    }

    // Declared in the order of an 837, so that those of most claims need no sorting.
    private static ImmutableArray<Fact> InOrder(ImmutableArray<Fact> facts)
    {
        for (var i = 1; i < facts.Length; i++)
        {
            if (facts[i].Order.CompareTo(facts[i - 1].Order) < 0)
                return [.. facts.OrderBy(fact => fact.Order)];
        }

        return facts;
    }

    private Place? PlaceOf(SourceSpan span, string path, int? line = null) => new()
    {
        File = _view.Batch.File ?? NoFile,
        Span = span,
        Path = path,
        Claim = _view.Ordinal,
        ClaimId = _view.Id,
        Line = line,
    };

    private readonly record struct FactsOfKind(ImmutableArray<Fact> AsDeclared, ImmutableArray<Fact> InOrder);
}
