using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>What values of rows led to: conditions, searches in tables, days asked for. Belongs to one worker.</summary>
internal sealed class RowMemory
{
    private const int UsualAnswers = 1 << 14;
    private const int UsualFacts = 1 << 15;

    // Values of one column, and what several of them led to together.
    private const int UsualValues = 1 << 12;

    private readonly Dictionary<Fact, KnownFact> _facts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TotalOutcome, KnownFact> _totals = [];

    // Rows beside each other come to the same.
    private readonly (TotalOutcome Outcome, KnownFact? Known)[] _lastTotals;
    private readonly int _mostFacts;
    private readonly int _testsOfFacts;
    private readonly ImmutableArray<ImmutableArray<ValueMemo<byte[]>>> _ofValues;
    private readonly RowColumns _columns;
    private readonly byte[] _ofMissing;
    private readonly List<string> _reasons = [];

    /// <summary>Begins with nothing.</summary>
    /// <param name="planner">Numbers what is remembered.</param>
    /// <param name="room">How much is remembered.</param>
    public RowMemory(RowRulePlanner planner, MemoRoom room)
    {
        _mostFacts = room.Of(UsualFacts);
        _columns = planner.Columns;
        _testsOfFacts = planner.TestsOfFacts;
        _ofValues = [.. _columns.Kinds.Select(kind => Enumerable.Range(0, kind.Width).Select(_ => new ValueMemo<byte[]>(1, room.Of(UsualValues))).ToImmutableArray())];
        _lastTotals = new (TotalOutcome, KnownFact?)[planner.Totals];
        _ofMissing = new byte[planner.Tests.Count * 4];
        Tests = [.. planner.Tests.Select(width => new ValueMemo<RowVerdict>(width, room.Of(UsualValues)))];
        Tables = [.. planner.Tables.Select(width => new ValueMemo<FoundRows>(width, room.Of(UsualAnswers)))];
        Days = [.. planner.Days.Select(width => new ValueMemo<DayWindow>(width, room.Of(UsualValues)))];
        Values = [.. Enumerable.Range(0, planner.Values).Select(_ => new ValueMemo<Value>(1, room.Of(UsualValues)))];
    }

    /// <summary>How conditions were decided.</summary>
    public ImmutableArray<ValueMemo<RowVerdict>> Tests { get; }

    /// <summary>The rows that were found.</summary>
    public ImmutableArray<ValueMemo<FoundRows>> Tables { get; }

    /// <summary>The days that were asked for.</summary>
    public ImmutableArray<ValueMemo<DayWindow>> Days { get; }

    /// <summary>The values of members of totals.</summary>
    public ImmutableArray<ValueMemo<Value>> Values { get; }

    /// <summary>How the tests that a value of a column decides came out, by their numbers, as codes of verdicts; 0 while that is not known.</summary>
    public byte[] TestsOf(int kind, int column, ulong value)
    {
        Span<ulong> key = [value];
        var memo = _ofValues[kind][column];
        if (!memo.TryFind(key, out var tests))
            memo.Add(key, tests = new byte[_columns.Kinds[kind].TestsOf(column)]);
        return tests;
    }

    /// <summary>How a test of two values came out of which one is missing, or both, as the code of a verdict; 0 while that is not known.</summary>
    public ref byte OfMissing(int test, bool own, bool other) => ref _ofMissing[test * 4 + (own ? 1 : 0) + (other ? 2 : 0)];

    /// <summary>A verdict as a number.</summary>
    public RowVerdict Of(Verdict verdict)
    {
        if (!verdict.IsUnknown)
            return RowVerdict.Of(verdict.IsTrue);
        var reason = _reasons.IndexOf(verdict.Reason!);
        if (reason < 0)
        {
            reason = _reasons.Count;
            _reasons.Add(verdict.Reason!);
        }

        return new RowVerdict(RowVerdict.FirstReason + reason);
    }

    /// <summary>The verdict behind a number.</summary>
    public Verdict Of(RowVerdict verdict) => verdict.IsUnknown ? Verdict.Unknown(ReasonOf(verdict)!) : Verdict.Of(verdict.IsTrue);

    /// <summary>Why a verdict is unknown; null where it is not.</summary>
    public string? ReasonOf(RowVerdict verdict) => verdict.IsUnknown ? _reasons[verdict.Code - RowVerdict.FirstReason] : null;

    /// <summary>Whether others bill, by policy; it holds for one run.</summary>
    public Dictionary<(RowEntry Entry, ulong Policy), bool> OthersBill { get; } = [];

    /// <summary>Whether so much is remembered that it is time to begin anew.</summary>
    public bool IsFull => _facts.Count > _mostFacts;

    /// <summary>What is known of a fact that is no row.</summary>
    public KnownFact Know(Fact fact) => Know(fact, null);

    /// <summary>The fact of a total: totals that come out alike are one.</summary>
    public bool TryFindTotal(in TotalOutcome outcome, [NotNullWhen(true)] out KnownFact? known)
    {
        ref var last = ref _lastTotals[outcome.Entry.Total];
        known = last.Known;
        if (known is not null && last.Outcome.Equals(outcome))
            return true;
        if (!_totals.TryGetValue(outcome, out known))
            return false;
        last = (outcome, known);
        return true;
    }

    /// <summary>Adds the fact of a total.</summary>
    public KnownFact AddTotal(in TotalOutcome outcome, Value count, Value? sum) =>
        _totals[outcome] = Know(Fact.Of(outcome.Entry.Plan.Entry.Kind, new TotalFact(count, sum, [], []), null, FactOrder.Last), outcome.Entry.Plan.Total);

    public void Clear()
    {
        _facts.Clear();
        _totals.Clear();
        Array.Clear(_lastTotals);
        OthersBill.Clear();
        foreach (var memo in _ofValues.SelectMany(columns => columns))
            memo.Clear();
        foreach (var memo in Tests)
            memo.Clear();
        foreach (var memo in Tables)
            memo.Clear();
        foreach (var memo in Days)
            memo.Clear();
        foreach (var memo in Values)
            memo.Clear();
    }

    private KnownFact Know(Fact fact, TotalPlan? total)
    {
        if (!_facts.TryGetValue(fact, out var known))
            _facts[fact] = known = new KnownFact(fact, Words.OfFact(_facts.Count), fact.WhyUnknown is { } why ? Of(Verdict.Unknown(why)) : RowVerdict.True, _testsOfFacts, total);
        return known;
    }
}

/// <summary>How a total came out.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Certain">How many members are certain, or how many different values they have.</param>
/// <param name="Possible">How many are possible, or how many different values they can have.</param>
/// <param name="IsOpen">Whether there may be more that were not seen.</param>
/// <param name="SumOfCertain">The sum of those that are certain.</param>
/// <param name="SumOfPossible">The sum of those that are possible.</param>
/// <param name="IsEven">Whether all that are possible are certain.</param>
/// <param name="Why">Why a member is not certain; null where all are.</param>
/// <param name="WhyUnknown">Why a member's value is not known; null where all are.</param>
internal readonly record struct TotalOutcome(
    RowEntry Entry, int Certain, int Possible, bool IsOpen, decimal SumOfCertain, decimal SumOfPossible, bool IsEven, string? Why, string? WhyUnknown)
{
    public bool Equals(TotalOutcome other) =>
        Entry == other.Entry && Certain == other.Certain && Possible == other.Possible && IsOpen == other.IsOpen && IsEven == other.IsEven
        && SumOfCertain == other.SumOfCertain && SumOfPossible == other.SumOfPossible && Why == other.Why && WhyUnknown == other.WhyUnknown;

    // Reasons are long and few, so that to hash them would cost more than it tells.
    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Entry), Certain, Possible, IsOpen, SumOfCertain, SumOfPossible);
}
