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
    private readonly ImmutableArray<Fact>.Builder _all = ImmutableArray.CreateBuilder<Fact>();
    private readonly Claim _view;
    private readonly int _file;
    private readonly bool _isHistory;
    private int _sequence;

    private ClaimFacts(Claim view, Fact transaction, Fact patient, Profile profile, int file, bool isHistory)
    {
        _view = view;
        _file = file;
        _isHistory = isHistory;
        var content = new ClaimContent(view, view.Batch.File, patient, profile);
        Claim = Add(ClaimKinds.Claim, content, transaction, () => PlaceOf(view.Span, view.Path));
    }

    /// <summary>The claim itself.</summary>
    public Fact Claim { get; }

    /// <summary>The claim and all that stands in it.</summary>
    public ImmutableArray<Fact> All => _all.ToImmutable();

    /// <summary>Its profile.</summary>
    public Profile Profile => ((ClaimContent)Claim.Content).Profile;

    /// <summary>Whether a later claim replaces or voids it, or it is a void itself: then only claim scope sees it.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Its place in the canonical order.</summary>
    public FactOrder Order => Claim.Order;

    public static ClaimFacts Of(
        Claim view, Fact transaction, Fact patient, Profile profile, int file, bool isHistory = false, bool isSuperseded = false)
    {
        var facts = new ClaimFacts(view, transaction, patient, profile, file, isHistory) { IsSuperseded = isSuperseded };
        facts.AddParts(profile);
        return facts;
    }

    private void AddParts(Profile profile)
    {
        Add(ClaimKinds.Profile, profile, Claim, null);
        if (_view.BillingProvider is { } billing)
            AddProvider(billing);
        foreach (var provider in _view.Providers)
            AddProvider(provider);
        foreach (var diagnosis in _view.Diagnoses)
            Add(ClaimKinds.Diagnosis, diagnosis, Claim, () => PlaceOf(diagnosis.Span, diagnosis.Path));
        foreach (var payer in _view.OtherPayers)
            Add(ClaimKinds.OtherPayer, payer, Claim, () => PlaceOf(payer.Span, payer.Path));
        foreach (var line in _view.Lines)
            AddLine(line);
    }

    private void AddProvider(Provider provider, int? line = null) =>
        Add(ClaimKinds.Provider, provider, Claim, () => PlaceOf(provider.Span, provider.Path, line));

    private void AddLine(ServiceLine line)
    {
        var number = line.Number ?? line.Ordinal;
        var fact = Add(LineKinds.Line, line, Claim, () => PlaceOf(line.Span, line.Path, number));
        foreach (var day in DaysOf(line))
            Add(LineKinds.LineDay, day, fact, () => PlaceOf(line.Span, line.Path, number));
        foreach (var provider in line.Providers)
            AddProvider(provider, number);
        foreach (var modifier in line.Modifiers)
            Add(LineKinds.Modifier, modifier, fact, () => PlaceOf(modifier.Span, modifier.Path, number));
        foreach (var pointer in line.Pointers)
            Add(LineKinds.Pointer, pointer, fact, () => PlaceOf(pointer.Span, pointer.Path, number));
        foreach (var adjudication in line.Adjudications)
        {
            var answer = Add(LineKinds.Adjudication, adjudication, fact, () => PlaceOf(adjudication.Span, adjudication.Path, number));
            foreach (var adjustment in adjudication.Adjustments)
                Add(LineKinds.Adjustment, adjustment, answer, () => PlaceOf(adjustment.Span, adjudication.Path, number));
        }
    }

    // Equipment can be billed for months at a time; a range that spans more than a lifetime is a slip, and one fact will do.
    private const int MostDays = 40_000;

    private static IEnumerable<LineDay> DaysOf(ServiceLine line)
    {
        if (line.Date is not { } from || line.Through is not { } through || through < from || through.DayNumber - from.DayNumber > MostDays)
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

    private Fact Add(FactKind kind, object content, Fact whole, Func<Place?>? place)
    {
        var order = new FactOrder(_file, _view.Ordinal, _sequence++);
        var fact = Fact.Of(kind, content, whole, order, place is null ? null : _ => place(), _isHistory);
        _all.Add(fact);
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
