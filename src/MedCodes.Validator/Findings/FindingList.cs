using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Findings;

/// <summary>The findings of a run, however many: a few in memory, more in a private temporary file that goes with the list.</summary>
/// <remarks>
/// Immutable and safe to use from several threads. A finding is made again each time it is asked for, so that two of them are never the same
/// object; they are told apart by their positions. Whoever looks at all of them should do so in order, which reads the file from its start to its end.
/// </remarks>
[CollectionBuilder(typeof(FindingList), nameof(Create))]
public sealed class FindingList : IReadOnlyList<Finding>
{
    private readonly FindingStore _store;
    private readonly Positions? _positions;
    private readonly ImmutableArray<Severity> _severities;
    private readonly ImmutableArray<int> _counts;

    internal FindingList(FindingStore store)
        : this(store, null, [], store.CountsByKind)
    {
    }

    private FindingList(FindingStore store, Positions? positions, ImmutableArray<Severity> severities, ImmutableArray<int> counts)
    {
        _store = store;
        _positions = positions;
        _severities = severities;
        _counts = counts;
    }

    /// <summary>The number of findings.</summary>
    public int Count => _positions?.Count ?? _store.Count;

    /// <summary>A finding.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Finding this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var position = _positions?[index] ?? index;
            var page = _store.Page(position / FindingStore.PageLength);
            var at = 0;
            for (var left = position % FindingStore.PageLength; left > 0; left--)
                FindingStore.Next(page, ref at);
            return _store.Decode(FindingStore.Next(page, ref at), _severities);
        }
    }

    /// <summary>A list of some findings.</summary>
    public static FindingList Create(ReadOnlySpan<Finding> findings)
    {
        using var builder = new FindingStore.Builder();
        foreach (var finding in findings)
            builder.Add(finding);
        return new FindingList(builder.ToStore());
    }

    /// <summary>A list of findings that come one after the other.</summary>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    /// <exception cref="Sources.SpillException">They are many, and there is no room for them in the folder for temporary files.</exception>
    public static FindingList Of(IEnumerable<Finding> findings) => Of(findings, FindingStore.UsuallyInMemory);

    /// <summary>The number of findings of a severity.</summary>
    public int CountOf(Severity severity) => Kinds.Where(kind => kind.Kind.Severity == severity).Sum(kind => kind.Count);

    /// <summary>The number of findings of each rule that has any, in no particular order.</summary>
    public IEnumerable<KeyValuePair<RuleDescription, int>> CountByRule() => CountByRule(Kinds);

    /// <summary>The list without some findings.</summary>
    /// <param name="positions">Their positions.</param>
    public FindingList Without(IReadOnlySet<int> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        return Split((position, _) => !positions.Contains(position)).Kept;
    }

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator()
    {
        foreach (var block in Blocks)
        {
            foreach (var finding in block)
                yield return finding;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What findings there are, with their numbers, none of them 0.</summary>
    internal IEnumerable<(FindingKind Kind, int Count)> Kinds => _counts.Index()
        .Where(kind => kind.Item > 0)
        .Select(kind => (_severities.IsEmpty ? _store.Kinds[kind.Index] : _store.Kinds[kind.Index] with { Severity = _severities[kind.Index] }, kind.Item));

    /// <summary>The findings in order, some at a time. Blocks may be looked at by several threads, each by one.</summary>
    internal IEnumerable<IEnumerable<Finding>> Blocks => Pages().Select(page => Decoded(page.Number, page.Positions));

    /// <summary>The findings in another order than that of the list.</summary>
    /// <param name="numberOf">The number of a file in that order.</param>
    /// <param name="order">The order; null for the canonical one.</param>
    /// <exception cref="Sources.SpillException">They are many, and there is no room for them in the folder for temporary files.</exception>
    internal IEnumerable<Finding> Sorted(Func<Sources.SourceFile, int> numberOf, IComparer<FindingKey>? order)
    {
        using var sorter = _store.Sorter(order);
        var sequence = 0;
        foreach (var (_, bytes) in Bytes())
            sorter.Add(_store.KeyOf(bytes.Span, numberOf, sequence++), bytes.Span);
        foreach (var bytes in sorter.InOrder())
            yield return _store.Decode(bytes.Span, _severities);
    }

    /// <summary>Adds up by rule what is counted by kind.</summary>
    internal static IEnumerable<KeyValuePair<RuleDescription, int>> CountByRule(IEnumerable<(FindingKind Kind, int Count)> kinds) => kinds
        .GroupBy(kind => kind.Kind.Rule.Id, StringComparer.Ordinal)
        .Select(rule => KeyValuePair.Create(rule.First().Kind.Rule, rule.Sum(kind => kind.Count)));

    internal static FindingList Of(IEnumerable<Finding> findings, int mostInMemory)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings is FindingList list)
            return list;
        using var builder = new FindingStore.Builder(mostInMemory);
        foreach (var finding in findings)
            builder.Add(finding);
        return new FindingList(builder.ToStore());
    }

    /// <summary>The list with other severities.</summary>
    /// <param name="severityOf">The severity of the findings of a kind; null where they do not count.</param>
    internal FindingList Regraded(Func<FindingKind, Severity?> severityOf)
    {
        var chosen = _store.Kinds.Select((kind, number) => severityOf(_severities.IsEmpty ? kind : kind with { Severity = _severities[number] })).ToImmutableArray();
        var severities = chosen.Select((severity, number) => severity ?? _store.Kinds[number].Severity).ToImmutableArray();
        if (chosen.Index().Any(kind => kind.Item is null && _counts[kind.Index] > 0))
        {
            var kept = new Positions.Builder(_store.Count);
            foreach (var (position, kind) in Heads())
            {
                if (chosen[kind] is not null)
                    kept.Add(position);
            }

            return new FindingList(_store, kept.ToPositions(), severities, [.. _counts.Select((count, number) => chosen[number] is null ? 0 : count)]);
        }

        return new FindingList(_store, _positions, severities, _counts);
    }

    /// <summary>The findings that are kept, and the others.</summary>
    /// <param name="isKept">Decides of a finding and its position in this list.</param>
    internal (FindingList Kept, FindingList Others) Split(Func<int, Finding, bool> isKept)
    {
        var (kept, others) = (new Positions.Builder(_store.Count), new Positions.Builder(_store.Count));
        var (keptCounts, otherCounts) = (new int[_counts.Length], new int[_counts.Length]);
        var index = 0;
        foreach (var (position, bytes) in Bytes())
        {
            var isOneOfThem = isKept(index++, _store.Decode(bytes.Span, _severities));
            (isOneOfThem ? kept : others).Add(position);
            (isOneOfThem ? keptCounts : otherCounts)[FindingDecoder.KindOf(bytes.Span)]++;
        }

        return (Only(kept, keptCounts), Only(others, otherCounts));
    }

    /// <summary>The findings at some positions.</summary>
    /// <param name="isKept">Decides of a position in this list.</param>
    internal FindingList Only(Func<int, bool> isKept)
    {
        var (kept, counts) = (new Positions.Builder(_store.Count), new int[_counts.Length]);
        var index = 0;
        foreach (var (position, kind) in Heads())
        {
            if (!isKept(index++))
                continue;
            kept.Add(position);
            counts[kind]++;
        }

        return Only(kept, counts);
    }

    /// <summary>The findings at some positions of this list.</summary>
    internal FindingList At(Positions positions)
    {
        var own = new Positions.Builder(_store.Count);
        foreach (var position in positions.All())
            own.Add(_positions?[position] ?? position);
        var counts = new int[_counts.Length];
        var chosen = new FindingList(_store, own.ToPositions(), _severities, _counts);
        foreach (var (_, kind) in chosen.Heads())
            counts[kind]++;
        return Only(own, counts);
    }

    private FindingList Only(Positions.Builder kept, int[] counts) =>
        kept.Count == Count ? this : new FindingList(_store, kept.ToPositions(), _severities, [.. counts]);

    private IEnumerable<(int Position, int Kind)> Heads()
    {
        foreach (var (position, bytes) in Bytes())
            yield return (position, FindingDecoder.KindOf(bytes.Span));
    }

    private IEnumerable<Finding> Decoded(int page, IEnumerable<int> positions) =>
        Bytes(page, positions).Select(finding => _store.Decode(finding.Bytes.Span, _severities));

    private IEnumerable<(int Position, ReadOnlyMemory<byte> Bytes)> Bytes()
    {
        foreach (var (number, positions) in Pages())
        {
            foreach (var finding in Bytes(number, positions))
                yield return finding;
        }
    }

    private IEnumerable<(int Position, ReadOnlyMemory<byte> Bytes)> Bytes(int number, IEnumerable<int> positions)
    {
        var page = _store.Page(number);
        var (at, next) = (0, number * FindingStore.PageLength);
        foreach (var position in positions)
        {
            for (; next < position; next++)
                FindingStore.Next(page, ref at);
            var length = FindingStore.Next(page, ref at).Length;
            next++;
            yield return (position, page.AsMemory(at - length, length));
        }
    }

    /// <summary>The pages that hold any of the findings, with the positions of those.</summary>
    private IEnumerable<(int Number, IEnumerable<int> Positions)> Pages() => _positions is null
        ? Enumerable.Range(0, _store.PageCount).Select(page =>
            (page, Enumerable.Range(page * FindingStore.PageLength, Math.Min(FindingStore.PageLength, _store.Count - (page * FindingStore.PageLength)))))
        : InPages(_positions.All());

    private static IEnumerable<(int Number, IEnumerable<int> Positions)> InPages(IEnumerable<int> positions)
    {
        var of = new List<int>(FindingStore.PageLength);
        foreach (var position in positions)
        {
            if (of.Count > 0 && of[0] / FindingStore.PageLength != position / FindingStore.PageLength)
            {
                yield return (of[0] / FindingStore.PageLength, of);
                of = new List<int>(FindingStore.PageLength);
            }

            of.Add(position);
        }

        if (of.Count > 0)
            yield return (of[0] / FindingStore.PageLength, of);
    }
}
