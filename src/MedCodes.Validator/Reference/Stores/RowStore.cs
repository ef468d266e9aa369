using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>Rows of any columns: one number a cell, texts that do not fit into it in a pool, and a hash table for each way in.</summary>
internal sealed class RowStore : IRowStore
{
    public const int CellsSection = 1;
    public const int PoolStartsSection = 2;
    public const int PoolSection = 3;

    private readonly Block<ulong> _cells;
    private readonly Block<int> _poolStarts;
    private readonly Block<byte> _pool;
    private readonly Block<KeySlot>[] _slots;
    private readonly Block<int>[] _orders;

    /// <exception cref="InvalidDataException">A part is missing.</exception>
    public RowStore(ImmutableArray<TableColumn> columns, ImmutableArray<ImmutableArray<string>> ways, ImmutableArray<Section> sections)
    {
        Columns = columns;
        Ways = ways;
        _cells = Part(sections, CellsSection).As<ulong>();
        _poolStarts = Part(sections, PoolStartsSection).As<int>();
        _pool = Part(sections, PoolSection).As<byte>();
        _slots = [.. ways.Select((_, way) => Part(sections, SlotsSection(way)).As<KeySlot>())];
        _orders = [.. ways.Select((_, way) => Part(sections, OrderSection(way)).As<int>())];
    }

    public ImmutableArray<TableColumn> Columns { get; }

    public ImmutableArray<ImmutableArray<string>> Ways { get; }

    public int RowCount => _cells.Length / Columns.Length;

    public IEnumerable<ulong> Codes =>
        Enumerable.Range(0, _cells.Length).Where(cell => Columns[cell % Columns.Length].Type == ColumnType.Code).Select(cell => _cells[cell]);

    public static int SlotsSection(int way) => 100 + (2 * way);

    public static int OrderSection(int way) => 101 + (2 * way);

    public RowRange Find(int way, ReadOnlySpan<ulong> key)
    {
        var hash = KeyValue.Hash(key);
        var slots = _slots[way];
        var mask = slots.Length - 1;
        var place = (int)hash & mask;

        // A table is never full; a damaged one may be, and must still end.
        for (var i = 0; i <= mask; i++, place = (place + 1) & mask)
        {
            ref readonly var slot = ref slots[place];
            if (slot.Count == 0)
                return default;
            if (slot.Hash == hash)
                return new RowRange(slot.Start, slot.Count);
        }

        return default;
    }

    public ulong Value(int way, ReadOnlySpan<ulong> key, int row, int column) => _cells[(_orders[way][row] * Columns.Length) + column];

    public string? TextOf(ulong value)
    {
        if ((value & KeyValue.LongText) == 0)
            return PackedText.Unpack(value);
        var number = (int)(value & int.MaxValue);
        var start = _poolStarts[number];
        return Encoding.UTF8.GetString(_pool.Slice(start, _poolStarts[number + 1] - start));
    }

    private static Section Part(ImmutableArray<Section> sections, int id) =>
        sections.FirstOrDefault(section => section.Id == id) ?? throw new InvalidDataException("a release is damaged: a part of it is missing");
}

/// <summary>A place of a hash table: the key's number and its rows; empty where it has none.</summary>
internal readonly record struct KeySlot(ulong Hash, int Start, int Count);
