using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference;

/// <summary>
/// A dated issue of a table: its rows and what they speak of. The rows come from a curated file or from an import; the definition, with
/// its columns and keys, is the curated file's in both cases.
/// </summary>
internal sealed class TableRelease
{
    private readonly IRowStore _store;

    // The rows as they were written; of an import there are none.
    private readonly ImmutableArray<ImmutableArray<Cell>> _curated = [];
    private readonly ReleaseColumns _columns;
    private readonly FrozenSet<ulong>? _codes;
    private readonly FrozenSet<ulong>?[] _names;

    /// <summary>Makes a release of written rows.</summary>
    public TableRelease(
        TableDefinition table,
        string name,
        string source,
        DateOnly from,
        DateOnly through,
        Coverage coverage,
        ImmutableArray<ImmutableArray<Cell>> rows)
    {
        _curated = rows;
        var builder = new RowStoreBuilder(table.Columns, table.Keys);
        foreach (var row in rows)
            builder.Add(row);
        _store = new RowStore(table.Columns, table.Keys, builder.Build());
        _columns = new ReleaseColumns(table, _store, []);
        _codes = coverage.Codes?.Select(KeyValue.Of).ToFrozenSet();
        _names =
        [
            .. table.Columns.Select((column, index) => _codes is not null && column.Type == ColumnType.Name
                ? rows.Select(row => KeyValue.Of(row[index].ToString())).ToFrozenSet()
                : null),
        ];
        Names = NamesIn(table, (_, index) => rows.Select(row => row[index].ToString()));
        (Table, Name, Source, From, Through, Coverage, Extrapolates) = (table, name, source, from, through, coverage, table.Extrapolate);
    }

    /// <summary>Makes a release of an import.</summary>
    /// <param name="table">The table.</param>
    /// <param name="header">What the release says of itself.</param>
    /// <param name="store">Its rows.</param>
    /// <param name="extrapolates">Whether it answers for dates beyond what it covers.</param>
    /// <exception cref="InvalidDataException">It lacks a key of the table.</exception>
    public TableRelease(TableDefinition table, ReleaseHeader header, IRowStore store, bool extrapolates)
    {
        _store = store;
        _columns = new ReleaseColumns(table, store, header.Constants);
        _names = [.. table.Columns.Select(column => header.ConstantOf(column.Name) is { } value ? new[] { KeyValue.Of(value) }.ToFrozenSet() : null)];
        Names = NamesIn(table, (column, _) => header.ConstantOf(column.Name) is { } value ? [value] : []);
        (Table, Name, Source, From, Through) = (table, header.Release, header.Source, header.From, header.Through);
        Part = [.. header.Constants.Select(constant => constant.Value)];
        (Coverage, Extrapolates, IsImported) = (new Coverage(null, header.CoversFrom, header.CoversThrough), extrapolates, true);
    }

    public TableDefinition Table { get; }

    public string Name { get; }

    /// <summary>What it is a part of the table for, such as medicare and practitioner; empty for all of it.</summary>
    public ImmutableArray<string> Part { get; } = [];

    /// <summary>Where it comes from, in words.</summary>
    public string Source { get; }

    /// <summary>The first day of its period.</summary>
    public DateOnly From { get; }

    /// <summary>The last day of its period.</summary>
    public DateOnly Through { get; }

    /// <summary>The codes and days that it can answer for.</summary>
    public Coverage Coverage { get; }

    /// <summary>Whether it answers for other days too, which marks every witness.</summary>
    public bool Extrapolates { get; }

    /// <summary>Whether it was imported; otherwise it is curated.</summary>
    public bool IsImported { get; }

    public int RowCount => _store.RowCount;

    /// <summary>Every code that stands in its rows, perhaps several times.</summary>
    public IEnumerable<string> Codes => _store.Codes.Select(_store.TextOf).OfType<string>();

    /// <summary>The values that its columns of names have.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> Names { get; }

    /// <summary>
    /// The column of a key that it cannot answer for, by its place in the key; -1 where it can: it covers every code, and has every name
    /// (program, setting).
    /// </summary>
    public int Uncovered(int way, ReadOnlySpan<ulong> key)
    {
        var columns = _columns.Keys[way];
        for (var i = 0; i < columns.Length; i++)
        {
            var covers = Table.Columns[columns[i]].Type == ColumnType.Code ? _codes : _names[columns[i]];
            if (covers is not null && !covers.Contains(key[i]))
                return i;
        }

        return -1;
    }

    /// <summary>The rows of a key, whatever their dates. Nothing is allocated.</summary>
    public RowRange Find(int way, ReadOnlySpan<ulong> key)
    {
        var plan = _columns.Ways[way];
        Span<ulong> own = stackalloc ulong[plan.FromKey.Length];
        for (var i = 0; i < own.Length; i++)
            own[i] = key[plan.FromKey[i]];
        return _store.Find(plan.Way, own);
    }

    /// <summary>The value of a column in a row found, as stores hold it; a name that is constant is no part of a row.</summary>
    public ulong Value(int way, ReadOnlySpan<ulong> key, int row, int column)
    {
        if (_columns.InStore[column] is not (>= 0 and var inStore))
            return 0;
        var plan = _columns.Ways[way];
        Span<ulong> own = stackalloc ulong[plan.FromKey.Length];
        for (var i = 0; i < own.Length; i++)
            own[i] = key[plan.FromKey[i]];
        return _store.Value(plan.Way, own, row, inStore);
    }

    /// <summary>Whether a row found counts: it is none of those that the table skips.</summary>
    public bool Counts(int way, ReadOnlySpan<ulong> key, int row)
    {
        foreach (var (column, value) in _columns.Skip)
        {
            if (Value(way, key, row, column) == value)
                return false;
        }

        return true;
    }

    /// <summary>The value of a column in a row found, as it is written.</summary>
    public Cell Cell(int way, ReadOnlySpan<ulong> key, int row, int column)
    {
        if (_columns.Constants[column] is { } constant)
            return Reference.Cell.Of(constant);
        var value = Value(way, key, row, column);
        var type = Table.Columns[column].Type;
        return type is ColumnType.Name or ColumnType.Code or ColumnType.Text ? Reference.Cell.Of(_store.TextOf(value)) : Reference.Cell.Unpack(value, type);
    }

    /// <summary>The curated release with rows in place of those that have the same key; it then covers their codes too.</summary>
    public TableRelease With(ImmutableArray<ImmutableArray<Cell>> rows)
    {
        var key = Table.Keys[0].Select(Table.IndexOf).ToArray();
        string KeyOf(ImmutableArray<Cell> row) => string.Join('\n', key.Select(column => row[column].ToString()));
        var replaced = rows.Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        var codes = rows.SelectMany(row => row.Where((_, column) => Table.Columns[column].Type == ColumnType.Code)).Select(cell => cell.ToString());
        return new TableRelease(
            Table,
            Name,
            Source,
            From,
            Through,
            Coverage with { Codes = Coverage.Codes?.Concat(codes).ToFrozenSet(StringComparer.Ordinal) },
            [.. _curated.Where(row => !replaced.Contains(KeyOf(row))), .. rows]);
    }

    private static FrozenDictionary<string, ImmutableArray<string>> NamesIn(TableDefinition table, Func<TableColumn, int, IEnumerable<string>> values) =>
        table.Columns.Index()
            .Where(column => column.Item.Type == ColumnType.Name)
            .ToFrozenDictionary(
                column => column.Item.Name,
                column => values(column.Item, column.Index).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);
}
