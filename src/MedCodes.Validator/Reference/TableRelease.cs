using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>A dated issue of a table: its rows and what they speak of.</summary>
internal sealed class TableRelease
{
    private readonly TableDefinition _table;
    private readonly ImmutableArray<ImmutableArray<Cell>> _rows;
    private readonly FrozenDictionary<string, ImmutableArray<int>>[] _byKey;
    private readonly FrozenDictionary<string, FrozenSet<string>> _names;

    public TableRelease(
        TableDefinition table,
        string name,
        string source,
        DateOnly from,
        DateOnly through,
        Coverage coverage,
        ImmutableArray<ImmutableArray<Cell>> rows)
    {
        _table = table;
        _rows = rows;
        Name = name;
        Source = source;
        From = from;
        Through = through;
        Coverage = coverage;
        _byKey = [.. table.Keys.Select(IndexBy)];
        _names = table.Columns.Where(column => column.Type == ColumnType.Name).ToFrozenDictionary(
            column => column.Name,
            column => rows.Select(row => row[table.IndexOf(column.Name)].ToString()).ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    public string Name { get; }

    /// <summary>Where it comes from, in words.</summary>
    public string Source { get; }

    /// <summary>The first day of its period.</summary>
    public DateOnly From { get; }

    /// <summary>The last day of its period.</summary>
    public DateOnly Through { get; }

    /// <summary>The codes and days that it can answer for.</summary>
    public Coverage Coverage { get; }

    public int RowCount => _rows.Length;

    /// <summary>
    /// Whether it can answer for a value of a key column: a code that it covers, or a name (program, setting) that any row has.
    /// </summary>
    public bool Covers(string column, string value) =>
        Coverage.Codes is not { } codes
        || _table.Columns[_table.IndexOf(column)].Type switch
        {
            ColumnType.Code => codes.Contains(value),
            ColumnType.Name => _names[column].Contains(value),
            _ => true,
        };

    /// <summary>The rows of a key that count, whatever their dates.</summary>
    public IEnumerable<ImmutableArray<Cell>> Find(int key, IEnumerable<string> values) =>
        _byKey[key].TryGetValue(string.Join('\n', values), out var rows) ? rows.Select(row => _rows[row]) : [];

    /// <summary>The release with rows in place of those that have the same key; it then covers their codes too.</summary>
    public TableRelease With(ImmutableArray<ImmutableArray<Cell>> rows)
    {
        var key = _table.Keys[0].Select(_table.IndexOf).ToArray();
        string KeyOf(ImmutableArray<Cell> row) => string.Join('\n', key.Select(column => row[column].ToString()));
        var replaced = rows.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var codes = rows.SelectMany(row => row.Where((_, column) => _table.Columns[column].Type == ColumnType.Code)).Select(cell => cell.ToString());
        return new TableRelease(
            _table,
            Name,
            Source,
            From,
            Through,
            Coverage with { Codes = Coverage.Codes?.Concat(codes).ToFrozenSet(StringComparer.Ordinal) },
            [.. _rows.Where(row => !replaced.Contains(KeyOf(row))), .. rows]);
    }

    private FrozenDictionary<string, ImmutableArray<int>> IndexBy(ImmutableArray<string> key)
    {
        var columns = key.Select(_table.IndexOf).ToArray();
        return Enumerable.Range(0, _rows.Length)
            .Where(row => !IsSkipped(_rows[row]))
            .GroupBy(row => string.Join('\n', columns.Select(column => _rows[row][column].ToString())), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    private bool IsSkipped(ImmutableArray<Cell> row) =>
        _table.Skip.Any(skip => row[_table.IndexOf(skip.Column)].ToString() == skip.Value);
}

/// <summary>What a release can answer for.</summary>
/// <param name="Codes">The codes; null for all.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
internal sealed record Coverage(FrozenSet<string>? Codes, DateOnly From, DateOnly Through)
{
    public bool Holds(DateOnly date) => date >= From && date <= Through;
}
