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

        if (TryKey(frame, WayInto(table)) is { } one)
        {
            var (on, row) = Answer(table, one, date, asOf);
            alike = on;
            return row is null ? [] : [row];
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
                var answer = unknown is null ? Answer(table, (string[])key.Clone(), date, asOf) : new RowAnswer(DaySpan.Always, Fact.Unknown(kind, unknown));
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
                key[WayInto(table).Places[part]] = reason is null ? Formatting.Plain(value) : "";
                Collect(part + 1, key, unknown ?? reason);
            }
        }
    }

    // The one key that is asked for; null where there are several, or a part of it is not known.
    private string[]? TryKey(Frame frame, WayIn way)
    {
        var key = new string[access.Key.Length];
        for (var part = 0; part < key.Length; part++)
        {
            var value = access.Key[part].Value.Evaluate(frame);
            if (value is Value.List || Comparison.ReasonUnknown(value) is not null)
                return null;
            key[way.Places[part]] = Formatting.Plain(value);
        }

        return key;
    }

    private RowAnswer Answer(Table table, string[] key, DateOnly? date, DateOnly asOf)
    {
        var way = WayInto(table).Way;
        var packed = table.Pack(way, key);
        var found = table.Find(way, packed, date, asOf);
        var days = date is { } day ? table.DaysLike(day, way, packed, found) : DaySpan.Always;
        return new RowAnswer(days, found.Kind == AnswerKind.None ? null : facts.Of(kind, new TableFacts.Asked(table, way, key, date is not null, asOf), date, found, days));
    }

    private WayIn WayInto(Table table)
    {
        if (_way is { } known && known.Table == table)
            return known;
        var way = table.WayOf(access.Key.Select(part => part.Column));
        return _way = new WayIn(table, way, [.. access.Key.Select(part => table.Definition.Keys[way].IndexOf(part.Column))]);
    }

    /// <summary>How the keys of the entry lead into a table.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Way">Which of its keys.</param>
    /// <param name="Places">For each part of the entry's key, which of the key's columns it is.</param>
    private sealed record WayIn(Table Table, int Way, int[] Places);

    /// <summary>What a key leads to.</summary>
    /// <param name="Days">On what days.</param>
    /// <param name="Row">The row; null for none.</param>
    private readonly record struct RowAnswer(DaySpan Days, Fact? Row);
}
