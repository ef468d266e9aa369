using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds the rows of a table for an entry. Answers are remembered, because a run asks for few codes many times.</summary>
internal sealed class RowSearch(FactKind kind, TableAccess access)
{
    // A bound on memory, not on what is answered: beyond it the table itself is asked again.
    private const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<RowKey, ImmutableArray<RowAnswer>> _answers = new();
    private int _remembered;

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
        var name = new RowKey(table, asOf, key);
        if (_answers.TryGetValue(name, out var known))
        {
            foreach (var one in known)
            {
                if (date is not { } day || one.Days.Holds(day))
                    return one;
            }
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < key.Length; i++)
            columns[access.Key[i].Column] = key[i];
        var row = table.Find(columns, date, asOf, out var alike) switch
        {
            Lookup.Row found => Fact.Of(kind, found, null, FactOrder.Last),
            Lookup.Unknown unknown => Fact.Unknown(kind, unknown.Reason),
            _ => null,
        };
        var answer = new RowAnswer(alike, row);
        if (Interlocked.Increment(ref _remembered) <= MostRemembered)
            _answers.AddOrUpdate(name with { Key = [.. key] }, [answer], (_, others) => others.Add(answer));
        return answer;
    }

    /// <summary>What a key leads to.</summary>
    /// <param name="Days">On what days.</param>
    /// <param name="Row">The row; null for none.</param>
    private readonly record struct RowAnswer(DaySpan Days, Fact? Row);

    private readonly record struct RowKey(Table Table, DateOnly AsOf, string[] Key)
    {
        public bool Equals(RowKey other) =>
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
