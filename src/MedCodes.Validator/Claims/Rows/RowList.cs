namespace MedCodes.Validator.Claims.Rows;

/// <summary>A growing array of rows that hands out references; a reference holds until the next row is added.</summary>
internal sealed class RowList<T> where T : struct
{
    private T[] _rows = new T[16];

    public int Count { get; private set; }

    public ref T this[int index] => ref _rows[index];

    public ref T Add()
    {
        if (Count == _rows.Length)
            Array.Resize(ref _rows, Count * 2);
        ref var row = ref _rows[Count++];
        row = default;
        return ref row;
    }

    public T[] ToArray()
    {
        // Every row is written over at once.
        var rows = GC.AllocateUninitializedArray<T>(Count);
        _rows.AsSpan(0, Count).CopyTo(rows);
        return rows;
    }

    public void Clear() => Count = 0;
}
