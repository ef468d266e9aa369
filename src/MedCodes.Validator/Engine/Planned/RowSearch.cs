using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds the rows of a table for an entry. Rows that were found are remembered, because a run asks for few codes many times.</summary>
internal sealed class RowSearch(FactKind kind, TableAccess access)
{
    // A bound on memory, not on what is answered: beyond it the table itself is asked again.
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<FactName, ImmutableArray<RowAnswer>> _facts = new();
    private int _remembered;
    private WayIn? _way;

    /// <summary>The rows; where a part of the key or the date is unknown, rows of which only the kind is known.</summary>
    public ImmutableArray<Fact> Find(Frame frame, Table table, DateOnly asOf) => Find(frame, table, asOf, out _);

    /// <summary>The same, and the days around the date on which the same rows are found by the same key.</summary>
    public ImmutableArray<Fact> Find(Frame frame, Table table, DateOnly asOf, out DaySpan alike)
    {
        alike = DaySpan.Always;
        DateOnly? date = null;
        if (access.InForce is { } inForce)
        {
            var value = inForce.Evaluate(frame);
            if (value is not Value.Date { Day: var day })
                return [Fact.Unknown(kind, Comparison.ReasonUnknown(value) ?? "a date is blank")];
            date = day;
        }

        var found = ImmutableArray.CreateBuilder<Fact>(1);
        var days = DaySpan.Always;
        Collect(0, new string[access.Key.Length], null);
        alike = days;
        return found.ToImmutable();

        void Collect(int part, string[] key, string? unknown)
        {
            if (part == access.Key.Length)
            {
                var answer = unknown is null ? Answer(table, key, date, asOf) : new RowAnswer(DaySpan.Always, Fact.Unknown(kind, unknown));
                days = days.And(answer.Days);
                if (answer.Row is { } row)
                    found.Add(row);
                return;
            }

            var bound = access.Key[part].Value.Evaluate(frame);
            if (bound is not Value.List { Items: var items })
            {
                With(bound);
                return;
            }

            foreach (var item in items)
                With(item);

            void With(Value value)
            {
                var reason = Comparison.ReasonUnknown(value);
                key[part] = reason is null ? Formatting.Plain(value) : "";
                Collect(part + 1, key, unknown ?? reason);
            }
        }
    }

    private RowAnswer Answer(Table table, string[] key, DateOnly? date, DateOnly asOf)
    {
        var way = WayInto(table);
        var ordered = Array.ConvertAll(way.Places, place => key[place]);
        var packed = table.Pack(way.Way, ordered);
        var found = table.Find(way.Way, packed, date, asOf);
        var days = date is { } day ? table.DaysLike(day, way.Way, packed, found) : DaySpan.Always;
        return new RowAnswer(days, found.Kind == AnswerKind.None ? null : FactOf(table, way.Way, ordered, date, asOf, found, days));
    }

    // A fact is made once where nothing else asks at the same time, so that what was found out about it holds wherever it is found.
    private Fact FactOf(Table table, int way, string[] key, DateOnly? date, DateOnly asOf, in TableAnswer found, DaySpan days)
    {
        var name = new FactName(table, asOf, key);
        if (_facts.TryGetValue(name, out var known))
        {
            foreach (var one in known)
            {
                if (one.Days == days)
                    return one.Row!;
            }
        }

        var read = table.Read(way, key, date, found);
        var fact = read is Lookup.Unknown unknown ? Fact.Unknown(kind, unknown.Reason) : Fact.Of(kind, read, null, FactOrder.Last);
        if (_remembered < MostRemembered && Interlocked.Increment(ref _remembered) <= MostRemembered)
            _facts.AddOrUpdate(name, [new RowAnswer(days, fact)], (_, others) => others.Add(new RowAnswer(days, fact)));
        return fact;
    }

    private WayIn WayInto(Table table)
    {
        if (_way is { } known && known.Table == table)
            return known;
        var way = table.WayOf(access.Key.Select(part => part.Column));
        var columns = access.Key.Select(part => part.Column).ToList();
        return _way = new WayIn(table, way, [.. table.Definition.Keys[way].Select(column => columns.IndexOf(column))]);
    }

    /// <summary>How the keys of the entry lead into a table.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Way">Which of its keys.</param>
    /// <param name="Places">For each of the key's columns, which part of the entry's key it is.</param>
    private sealed record WayIn(Table Table, int Way, int[] Places);

    /// <summary>What a key leads to.</summary>
    /// <param name="Days">On what days.</param>
    /// <param name="Row">The row; null for none.</param>
    private readonly record struct RowAnswer(DaySpan Days, Fact? Row);

    private readonly record struct FactName(Table Table, DateOnly AsOf, string[] Key)
    {
        public bool Equals(FactName other) =>
            Table == other.Table && AsOf == other.AsOf && Key.AsSpan().SequenceEqual(other.Key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var part in Key)
                hash.Add(part, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }
}
