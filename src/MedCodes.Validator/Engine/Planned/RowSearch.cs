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

    private readonly ConcurrentDictionary<RowKey, Fact?> _answers = new();
    private int _remembered;

    /// <summary>The rows; where a part of the key or the date is unknown, rows of which only the kind is known.</summary>
    public ImmutableArray<Fact> Find(Frame frame, Table table, DateOnly asOf)
    {
        DateOnly? date = null;
        if (access.InForce is { } inForce)
        {
            var value = inForce.Evaluate(frame);
            if (value is not Value.Date { Day: var day })
                return [Fact.Unknown(kind, Comparison.ReasonUnknown(value) ?? "a date is blank")];
            date = day;
        }

        var found = ImmutableArray.CreateBuilder<Fact>(1);
        Collect(0, new string[access.Key.Length], null);
        return found.ToImmutable();

        void Collect(int part, string[] key, string? unknown)
        {
            if (part == access.Key.Length)
            {
                if ((unknown is null ? Answer(table, key, date, asOf) : Fact.Unknown(kind, unknown)) is { } row)
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

    private Fact? Answer(Table table, string[] key, DateOnly? date, DateOnly asOf)
    {
        var name = new RowKey(table, date, asOf, key);
        if (_answers.TryGetValue(name, out var known))
            return known;
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < key.Length; i++)
            columns[access.Key[i].Column] = key[i];
        var answer = table.Find(columns, date, asOf) switch
        {
            Lookup.Row row => Fact.Of(kind, row, null, FactOrder.Last),
            Lookup.Unknown unknown => Fact.Unknown(kind, unknown.Reason),
            _ => null,
        };
        if (Interlocked.Increment(ref _remembered) <= MostRemembered)
            _answers[name with { Key = [.. key] }] = answer;
        return answer;
    }

    private readonly record struct RowKey(Table Table, DateOnly? Date, DateOnly AsOf, string[] Key)
    {
        public bool Equals(RowKey other) =>
            Table == other.Table && Date == other.Date && AsOf == other.AsOf && Key.AsSpan().SequenceEqual(other.Key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Date);
            foreach (var part in Key)
                hash.Add(part, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }
}
