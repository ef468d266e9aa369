namespace MedCodes.Validator.Claims.Rows;

/// <summary>Which values were there and could not be read: kept apart from the rows, because hardly any are.</summary>
internal sealed class UnreadableValues
{
    private readonly HashSet<long> _values = [];

    public int Count => _values.Count;

    public void Add(FieldOwner owner, int row, int field) => _values.Add(Key(owner, row, field));

    public bool Contains(FieldOwner owner, int row, int field) => _values.Count > 0 && _values.Contains(Key(owner, row, field));

    /// <summary>Copies the fields of one row to another row of other values.</summary>
    public void CopyTo(UnreadableValues other, FieldOwner owner, int from, int to)
    {
        foreach (var value in _values)
        {
            if ((FieldOwner)(value >> 48) == owner && (int)value == from)
                other.Add(owner, to, (int)(value >> 32 & ushort.MaxValue));
        }
    }

    private static long Key(FieldOwner owner, int row, int field) => (long)owner << 48 | (long)field << 32 | (uint)row;
}
