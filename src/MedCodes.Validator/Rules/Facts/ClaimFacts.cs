using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>The facts of one claim, in canonical order.</summary>
internal sealed class ClaimFacts
{
    // Fewer are gone through: to keep them by kind for most claims would take more room than it saves time.
    private const int FewestLookedUp = 256;

    private readonly Claim _view;
    private readonly Fact _transaction;
    private readonly Fact _patient;
    private readonly int _file;
    private readonly bool _isHistory;
    private ImmutableArray<Fact> _all;
    private ImmutableArray<Fact> _asDeclared;
    private ILookup<FactKind, Fact>? _byKind;
    private List<Fact>? _parts;
    private Fact? _claim;
    private Fact? _profile;
    private int _sequence = 1;

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

    /// <summary>The claim itself. Facts are made when they are first asked for: of most claims none is.</summary>
    public Fact Claim => _claim ??= Fact.Of(
        ClaimKinds.Claim,
        new ClaimContent(_view, _view.Batch.File, _patient, Profile),
        _transaction,
        Order,
        _ => PlaceOf(_view.Span, _view.Path),
        _isHistory);

    /// <summary>The claim and all that stands in it.</summary>
    public ImmutableArray<Fact> All => _all.IsDefault ? _all = InOrder(_asDeclared = MakeAll()) : _all;

    /// <summary>Takes back what was denied when it was judged before.</summary>
    public void Allow()
    {
        if (_all.IsDefault)
            return;
        foreach (var fact in _all)
            fact.IsDenied = false;
    }

    /// <summary>What was denied when it was judged, by its place in the claim; none where nothing was made of it.</summary>
    public ImmutableArray<int> Denied => _all.IsDefault ? [] : [.. _all.Where(fact => fact.IsDenied).Select(fact => fact.Order.Sequence)];

    /// <summary>Marks as denied what was when the claim was judged.</summary>
    public void Deny(ImmutableArray<int> denied)
    {
        if (denied.IsEmpty)
            return;
        foreach (var fact in All)
            fact.IsDenied = denied.Contains(fact.Order.Sequence);
    }

    /// <summary>Lets go of the facts; asked for again, it is made anew.</summary>
    public void Forget() => (_all, _asDeclared, _byKind, _claim, _profile) = (default, default, null, null, null);

    /// <summary>Its profile.</summary>
    public Profile Profile { get; }

    /// <summary>Whether a later claim replaces or voids it, or it is a void itself: then only claim scope sees it.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>The path of its file.</summary>
    public string Path => (_transaction.Root.Content as FileContent)?.File.Path ?? "";

    /// <summary>Its place in the canonical order.</summary>
    public FactOrder Order => new(_file, _view.Offset, _view.Ordinal, 0);

    public static ClaimFacts Of(
        Claim view, Fact transaction, Fact patient, Profile profile, int file, bool isHistory = false, bool isSuperseded = false) =>
        new(view, transaction, patient, profile, file, isHistory) { IsSuperseded = isSuperseded };

    /// <summary>The fact of a row: rows of a kind stand in the claim as they were declared, whatever order the file has them in.</summary>
    /// <exception cref="InvalidOperationException">The claim has fewer facts of the kind.</exception>
    public Fact AtRow(FactKind kind, int place)
    {
        if (kind == ClaimKinds.Claim)
            return Claim;

        // Asked for with most claims, of which nothing else is.
        if (kind == ClaimKinds.Profile && _all.IsDefault)
            return _profile ??= Fact.Of(ClaimKinds.Profile, Profile, Claim, Order);
        _ = All;
        if (_asDeclared.Length >= FewestLookedUp)
            return (_byKind ??= _asDeclared.ToLookup(fact => fact.Kind))[kind].ElementAtOrDefault(place) ?? throw Missing(kind);
        foreach (var fact in _asDeclared)
        {
            if (fact.Kind == kind && place-- == 0)
                return fact;
        }

        throw Missing(kind);
    }

    private static InvalidOperationException Missing(FactKind kind) => new($"A claim has fewer facts of kind {kind} than rows.");

    // In the order of an 837, so that most claims need no sorting.
    private ImmutableArray<Fact> MakeAll()
    {
        (_parts, _sequence) = ([], 1);
        if (_view.BillingProvider is { } billing)
            AddProvider(billing);
        _parts.Add(Claim);
        Add(ClaimKinds.Profile, Profile, Claim, _view.Offset, () => PlaceOf(_view.Span, _view.Path));
        foreach (var diagnosis in _view.Diagnoses)
            Add(ClaimKinds.Diagnosis, diagnosis, Claim, _view.Offset, () => PlaceOf(diagnosis.Span, diagnosis.Path));
        foreach (var provider in _view.Providers)
            AddProvider(provider);
        foreach (var payer in _view.OtherPayers)
            Add(ClaimKinds.OtherPayer, payer, Claim, payer.Offset, () => PlaceOf(payer.Span, payer.Path));
        foreach (var line in _view.Lines)
            AddLine(line);
        ImmutableArray<Fact> all = [.. _parts];
        _parts = null;
        return all;
    }

    private static ImmutableArray<Fact> InOrder(ImmutableArray<Fact> facts)
    {
        for (var i = 1; i < facts.Length; i++)
        {
            if (facts[i].Order.CompareTo(facts[i - 1].Order) < 0)
                return [.. facts.OrderBy(fact => fact.Order)];
        }

        return facts;
    }

    private void AddProvider(Provider provider, int? line = null) =>
        Add(ClaimKinds.Provider, provider, Claim, provider.Offset, () => PlaceOf(provider.Span, provider.Path, line));

    // What stands inside the segment of a line or an answer begins with it.
    private void AddLine(ServiceLine line)
    {
        var number = line.Number ?? line.Ordinal;
        var fact = Add(LineKinds.Line, line, Claim, line.Offset, () => PlaceOf(line.Span, line.Path, number));
        foreach (var day in DaysOf(line))
            Add(LineKinds.LineDay, day, fact, line.Offset, () => PlaceOf(line.Span, line.Path, number));
        foreach (var modifier in line.Modifiers)
            Add(LineKinds.Modifier, modifier, fact, line.Offset, () => PlaceOf(modifier.Span, modifier.Path, number));
        foreach (var pointer in line.Pointers)
            Add(LineKinds.Pointer, pointer, fact, line.Offset, () => PlaceOf(pointer.Span, pointer.Path, number));
        foreach (var provider in line.Providers)
            AddProvider(provider, number);
        foreach (var adjudication in line.Adjudications)
        {
            var answer = Add(LineKinds.Adjudication, adjudication, fact, adjudication.Offset, () => PlaceOf(adjudication.Span, adjudication.Path, number));
            foreach (var adjustment in adjudication.Adjustments)
                Add(LineKinds.Adjustment, adjustment, answer, adjudication.Offset, () => PlaceOf(adjustment.Span, adjudication.Path, number));
        }
    }

    private static IEnumerable<LineDay> DaysOf(ServiceLine line)
    {
        if (LineDays.Of(line) is not var (from, through))
        {
            yield return new LineDay(line, null, 1);
            yield break;
        }

        var days = through.DayNumber - from.DayNumber + 1;
        for (var day = from; ; day = day.AddDays(1))
        {
            yield return new LineDay(line, day, days);
            if (day == through)
                yield break;
        }
    }

    private Fact Add(FactKind kind, object content, Fact whole, long offset, Func<Place?> place)
    {
        var order = new FactOrder(_file, offset, _view.Ordinal, _sequence++);
        var fact = Fact.Of(kind, content, whole, order, _ => place(), _isHistory);
        _parts!.Add(fact);
        return fact;
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

    /// <summary>Stands for the file of claims that were never in one.</summary>
    private static SourceFile NoFile { get; } = SourceFile.FromBytes("", ReadOnlyMemory<byte>.Empty);
}
