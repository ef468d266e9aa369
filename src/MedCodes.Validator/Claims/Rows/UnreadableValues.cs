using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>Which values were there and could not be read: kept apart from the rows, because hardly any are.</summary>
internal sealed class UnreadableValues
{
    // The fields of a row as bits: no part of a claim has more than there is room for.
    private readonly Dictionary<long, ulong> _rows = [];

    /// <summary>The rows with such values, each with its owner, and their fields as bits.</summary>
    public IReadOnlyCollection<KeyValuePair<long, ulong>> Rows => _rows;

    /// <summary>Makes values of what <see cref="Rows"/> gave.</summary>
    public static UnreadableValues Of(ReadOnlySpan<KeyValuePair<long, ulong>> rows)
    {
        var values = new UnreadableValues();
        foreach (var (row, fields) in rows)
            values.Add(row, fields);
        return values;
    }

    public void Add(FieldOwner owner, int row, int field) => Add(KeyOf(owner, row), 1UL << field);

    public bool Contains(FieldOwner owner, int row, int field) =>
        _rows.Count > 0 && (_rows.GetValueOrDefault(KeyOf(owner, row)) >> field & 1) != 0;

    /// <summary>Copies the fields of one row to another row of other values.</summary>
    public void CopyTo(UnreadableValues other, FieldOwner owner, int from, int to)
    {
        if (_rows.TryGetValue(KeyOf(owner, from), out var fields))
            other.Add(KeyOf(owner, to), fields);
    }

    private void Add(long row, ulong fields) => CollectionsMarshal.GetValueRefOrAddDefault(_rows, row, out _) |= fields;

    private static long KeyOf(FieldOwner owner, int row) => (long)owner << 32 | (uint)row;
}
