using System.Collections.Immutable;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference;

/// <summary>Where a release has the columns of its table: in its store, as a constant, or not at all.</summary>
internal sealed class ReleaseColumns
{
    /// <exception cref="InvalidDataException">A key of the table is no way into the store.</exception>
    public ReleaseColumns(TableDefinition table, IRowStore store, ImmutableArray<(string Column, string Value)> constants)
    {
        var inStore = store.Columns.Select(column => (column.Name, column.Type)).ToList();
        InStore = [.. table.Columns.Select(column => inStore.IndexOf((column.Name, column.Type)))];
        Constants = [.. table.Columns.Select(column => constants.FirstOrDefault(constant => constant.Column == column.Name).Value)];
        Keys = [.. table.Keys.Select(key => key.Select(table.IndexOf).ToArray())];
        Ways = [.. table.Keys.Select(key => WayOf(table, key, store, constants))];
        Skip =
        [
            .. table.Skip.Select(skip => (Column: table.IndexOf(skip.Column), skip.Value))
                .Select(skip => (skip.Column, Packed(skip.Value, table.Columns[skip.Column].Type))),
        ];
    }

    /// <summary>For each column of the table its place in the store; -1 where it is not there.</summary>
    public int[] InStore { get; }

    /// <summary>For each column of the table the value that all rows have; null where rows have their own.</summary>
    public string?[] Constants { get; }

    /// <summary>For each key of the table its columns.</summary>
    public int[][] Keys { get; }

    /// <summary>For each key of the table the store's way in.</summary>
    public WayIn[] Ways { get; }

    /// <summary>The columns and values of rows that never count.</summary>
    public (int Column, ulong Value)[] Skip { get; }

    private static WayIn WayOf(
        TableDefinition table, ImmutableArray<string> key, IRowStore store, ImmutableArray<(string Column, string Value)> constants)
    {
        var asked = key.Where(column => constants.All(constant => constant.Column != column)).ToHashSet(StringComparer.Ordinal);
        for (var way = 0; way < store.Ways.Length; way++)
        {
            if (asked.SetEquals(store.Ways[way]))
                return new WayIn(way, [.. store.Ways[way].Select(column => key.IndexOf(column))]);
        }

        throw new InvalidDataException($"the release has other keys than the table {table.Name}, which is asked by {string.Join(", ", key)}");
    }

    private static ulong Packed(string written, ColumnType type) => type is ColumnType.Name or ColumnType.Code or ColumnType.Text
        ? KeyValue.Of(written)
        : Reference.Cell.Parse(written, type)?.Packed ?? 0;
}

/// <summary>A way into a store, and for each of its columns the place in the table's key.</summary>
internal sealed record WayIn(int Way, int[] FromKey);
