using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>Collects rows and makes the sections of a <see cref="RowStore"/>.</summary>
internal sealed class RowStoreBuilder
{
    private readonly ImmutableArray<TableColumn> _columns;
    private readonly ImmutableArray<ImmutableArray<string>> _ways;
    private readonly List<ulong> _cells = [];
    private readonly Dictionary<string, int> _pooled = new(StringComparer.Ordinal);
    private readonly List<string> _pool = [];
    private readonly int[][] _keys;

    public RowStoreBuilder(ImmutableArray<TableColumn> columns, ImmutableArray<ImmutableArray<string>> ways)
    {
        _columns = columns;
        _ways = ways;
        _keys = [.. ways.Select(way => way.Select(name => columns.IndexOf(columns.First(column => column.Name == name))).ToArray())];
    }

    public int RowCount => _cells.Count / _columns.Length;

    /// <summary>Adds a row, each cell by the type of its column.</summary>
    public void Add(ReadOnlySpan<ulong> row) => _cells.AddRange(row);

    /// <summary>Adds a row of written values.</summary>
    public void Add(IReadOnlyList<Cell> row)
    {
        Span<ulong> packed = stackalloc ulong[_columns.Length];
        for (var i = 0; i < packed.Length; i++)
            packed[i] = Pack(row[i], _columns[i].Type);
        Add(packed);
    }

    /// <summary>The number that a text cell holds.</summary>
    public ulong Pack(ReadOnlySpan<byte> text) =>
        PackedText.TryPack(text, out var packed) && (packed & KeyValue.LongText) == 0 ? packed : KeyValue.LongText | (uint)Pooled(Encoding.UTF8.GetString(text));

    public ImmutableArray<Section> Build()
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        sections.Add(Section.Of<ulong>(RowStore.CellsSection, CollectionsMarshal.AsSpan(_cells)));
        var bytes = new MemoryStream();
        var starts = new List<int> { 0 };
        foreach (var text in _pool)
        {
            bytes.Write(Encoding.UTF8.GetBytes(text));
            starts.Add((int)bytes.Length);
        }

        sections.Add(Section.Of<int>(RowStore.PoolStartsSection, CollectionsMarshal.AsSpan(starts)));
        sections.Add(Section.Of<byte>(RowStore.PoolSection, bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        for (var way = 0; way < _ways.Length; way++)
            AddWay(sections, way);
        return sections.ToImmutable();
    }

    /// <summary>The number that a cell holds; texts by their pool.</summary>
    private ulong Pack(Cell cell, ColumnType type) => type is ColumnType.Name or ColumnType.Code or ColumnType.Text
        ? cell.Text is { } text ? Pack(Encoding.UTF8.GetBytes(text)) : 0
        : cell.Packed;

    private int Pooled(string text)
    {
        if (_pooled.TryGetValue(text, out var number))
            return number;
        _pool.Add(text);
        _pooled.Add(text, _pool.Count - 1);
        return _pool.Count - 1;
    }

    private void AddWay(ImmutableArray<Section>.Builder sections, int way)
    {
        var columns = _keys[way];
        var hashes = new ulong[RowCount];
        var order = new int[RowCount];
        Span<ulong> key = stackalloc ulong[columns.Length];
        for (var row = 0; row < order.Length; row++)
        {
            for (var i = 0; i < columns.Length; i++)
                key[i] = KeyOf(_cells[(row * _columns.Length) + columns[i]], _columns[columns[i]].Type);
            hashes[row] = KeyValue.Hash(key);
            order[row] = row;
        }

        // Rows of one key stay in the order in which they came.
        order = [.. order.OrderBy(row => hashes[row])];
        var slots = new KeySlot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, RowCount * 2))];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && hashes[order[end]] == hashes[order[start]])
                end++;
            var place = (int)hashes[order[start]] & slots.Length - 1;
            while (slots[place].Count != 0)
                place = (place + 1) & slots.Length - 1;
            slots[place] = new KeySlot(hashes[order[start]], start, end - start);
            start = end;
        }

        sections.Add(Section.Of<KeySlot>(RowStore.SlotsSection(way), slots));
        sections.Add(Section.Of<int>(RowStore.OrderSection(way), order));
    }

    // A cell says where its text stands in this pool; a key says what the text is.
    private ulong KeyOf(ulong cell, ColumnType type) =>
        type is ColumnType.Name or ColumnType.Code or ColumnType.Text && (cell & KeyValue.LongText) != 0 ? KeyValue.Of(_pool[(int)(cell & int.MaxValue)]) : cell;
}
