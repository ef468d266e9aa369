using System.Collections.Immutable;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Batches.Search;

/// <summary>Looks a code up in tables, by every key that a code is enough for.</summary>
/// <param name="tables">The tables, in the order of their names.</param>
/// <param name="day">The day that rows must be in force on.</param>
internal sealed class TableSearch(ImmutableArray<Table> tables, DateOnly day)
{
    /// <summary>The names of the tables that have a code in any row.</summary>
    public ImmutableArray<string> Naming(string code) =>
        [.. tables.Where(table => table.Releases.Any(release => release.Codes.Contains(code, StringComparer.Ordinal))).Select(table => table.Definition.Name)];

    /// <summary>The rows of a code.</summary>
    public IEnumerable<CodeRow> Rows(string code) =>
        from table in tables
        from key in table.Definition.Keys
        where CodesIn(table, key).Length == 1
        from names in Names(table, key)
        let row = table.Find(With(names, (CodesIn(table, key)[0], code)), day, day) as Lookup.Row
        where row is not null
        select new CodeRow(table.Definition.Name, row.Release.Name, [.. Cells(table, row).Where(cell => cell.Value != code)], row.Extrapolated);

    /// <summary>The pairs of a code, those of column 1 before those of column 2.</summary>
    public IEnumerable<CodePairs> Pairs(string code) => tables.SelectMany(table => table.Definition.Keys
        .Where(key => CodesIn(table, key).Length == 2)
        .SelectMany(key => CodesIn(table, key), (key, own) => PairsOf(table, key, own, code))
        .SelectMany(pairs => pairs));

    private IEnumerable<CodePairs> PairsOf(Table table, ImmutableArray<string> key, string own, string code)
    {
        var other = CodesIn(table, key).Single(column => column != own);
        var partners = table.Releases.SelectMany(release => release.Codes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Names(table, key)
            .SelectMany(_ => partners, (names, partner) => (Partner: partner, Row: table.Find(With(names, (own, code), (other, partner)), day, day) as Lookup.Row))
            .Where(pair => pair.Row is not null)
            .Select(pair => (pair.Partner, pair.Row!.Release.Name, pair.Row.Extrapolated, Cells: Shared(table, pair.Row)))
            .GroupBy(pair => (pair.Name, pair.Extrapolated, Words: string.Join('\n', pair.Cells)))
            .OrderBy(group => group.Key.Words, StringComparer.Ordinal)
            .Select(group => new CodePairs(table.Definition.Name, group.Key.Name, own, group.First().Cells, [.. group.Select(pair => pair.Partner)], group.Key.Extrapolated));
    }

    private static ImmutableArray<(string Column, string Value)> Shared(Table table, Lookup.Row row) =>
        [.. Cells(table, row).Where(cell => table.Definition.Columns[table.Definition.IndexOf(cell.Column)].Type is not (ColumnType.Code or ColumnType.Date))];

    private static IEnumerable<(string Column, string Value)> Cells(Table table, Lookup.Row row) => table.Definition.Columns
        .Select((column, index) => (column.Name, Value: column.Name == table.Definition.GroupColumn ? string.Join(' ', row.Group) : row.Cells[index].ToString()))
        .Where(cell => cell.Value.Length > 0);

    private static string[] CodesIn(Table table, ImmutableArray<string> key) =>
        [.. key.Where(column => table.Definition.Columns[table.Definition.IndexOf(column)].Type == ColumnType.Code)];

    /// <summary>Every combination of the names in a key, such as program and setting; none where the key has anything else besides codes.</summary>
    private static IEnumerable<ImmutableDictionary<string, string>> Names(Table table, ImmutableArray<string> key)
    {
        IEnumerable<ImmutableDictionary<string, string>> all = [ImmutableDictionary<string, string>.Empty];
        foreach (var column in key.Except(CodesIn(table, key)))
        {
            var values = table.Releases.SelectMany(release => release.Names.GetValueOrDefault(column, [])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            all = all.SelectMany(_ => values, (names, value) => names.Add(column, value)).ToList();
        }

        return all;
    }

    private static ImmutableDictionary<string, string> With(ImmutableDictionary<string, string> names, params ReadOnlySpan<(string Column, string Value)> codes)
    {
        foreach (var (column, value) in codes)
            names = names.SetItem(column, value);
        return names;
    }
}
