using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds the rows of a table for an entry.</summary>
/// <param name="kind">The kind of their facts.</param>
/// <param name="access">How the entry asks for them.</param>
/// <param name="facts">Those that were found before.</param>
internal sealed class RowSearch(FactKind kind, TableAccess access, TableFacts facts)
{
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
        return new RowAnswer(days, found.Kind == AnswerKind.None
            ? null
            : facts.Of(kind, new TableFacts.Asked(table, way.Way, ordered, date is not null, asOf), date, found, days));
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
}
