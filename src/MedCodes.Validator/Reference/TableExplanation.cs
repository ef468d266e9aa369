using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>What a table answers to a key and a date, and why.</summary>
/// <param name="Key">The columns and values asked for.</param>
/// <param name="Found">Whether there is a row that counts.</param>
/// <param name="Reason">Why there is none; null where there is one.</param>
/// <param name="Release">The release that answered; null where none could.</param>
/// <param name="Source">What the release was made from, in words; null likewise.</param>
/// <param name="Extrapolated">Whether the date lies beyond what the release covers.</param>
/// <param name="Rows">All rows of the key, also those not in force.</param>
public sealed record TableExplanation(
    ImmutableArray<KeyValuePair<string, string>> Key,
    bool Found,
    string? Reason,
    string? Release,
    string? Source,
    bool Extrapolated,
    ImmutableArray<ExplainedRow> Rows)
{
    internal static TableExplanation Of(Table table, IReadOnlyDictionary<string, string> key, DateOnly? date, DateOnly asOf)
    {
        var definition = table.Definition;
        var lookup = table.Find(key, date, asOf);
        var way = definition.Keys.IndexOf(definition.Keys.First(columns => columns.ToHashSet().SetEquals(key.Keys)));
        var packed = table.Pack(way, key);
        var answer = table.Find(way, packed, date, asOf);
        var release = answer.Release;
        return new TableExplanation(
            [.. definition.Keys[way].Select(column => KeyValuePair.Create(column, key[column]))],
            lookup is Lookup.Row,
            lookup switch
            {
                Lookup.Unknown unknown => unknown.Reason,
                Lookup.None => release is null || answer.Rows.Count == 0 ? "there is no such row, and the table would have it" : "no row of the key counts on that day",
                _ => null,
            },
            release?.Name,
            release?.Source,
            answer.Extrapolated,
            [.. Enumerable.Range(answer.Rows.Start, answer.Rows.Count).Select(row => new ExplainedRow(
                [.. definition.Columns.Index()
                    .Where(column => !key.ContainsKey(column.Item.Name))
                    .Select(column => KeyValuePair.Create(column.Item.Name, release!.Cell(way, packed, row, column.Index).ToString()))],
                release!.Counts(way, packed, row),
                table.IsInForce(release, way, packed, row, date),
                answer.Kind == AnswerKind.Row && row == answer.Row))]);
    }
}

/// <summary>A row of a key.</summary>
/// <param name="Cells">Its columns and values, without the key's.</param>
/// <param name="Counts">Whether rows of its kind ever count.</param>
/// <param name="IsInForce">Whether it counts on the day asked for.</param>
/// <param name="IsChosen">Whether it is the one that answers.</param>
public sealed record ExplainedRow(ImmutableArray<KeyValuePair<string, string>> Cells, bool Counts, bool IsInForce, bool IsChosen);
