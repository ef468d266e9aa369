using System.Buffers;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>A growing array of rows that hands out references; a reference holds until the next row is added.</summary>
internal sealed class RowList<T> where T : struct
{
    // Larger ones are rented, because memory that the system hands out anew costs more than what is written to it.
    private const int Small = 256;
    private T[] _rows = new T[16];

    public int Count { get; private set; }

    public ref T this[int index] => ref _rows[index];

    public ref T Add()
    {
        var rows = _rows;
        var count = Count;
        if ((uint)count >= (uint)rows.Length)
            rows = Grow();
        Count = count + 1;
        ref var row = ref rows[count];
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

    /// <summary>Gives the memory back; the list is empty and small again.</summary>
    public void Release()
    {
        if (_rows.Length > Small)
            ArrayPool<T>.Shared.Return(_rows);
        _rows = new T[16];
        Count = 0;
    }

    private T[] Grow()
    {
        var before = _rows;
        _rows = before.Length < Small ? new T[before.Length * 2] : ArrayPool<T>.Shared.Rent(before.Length * 2);
        before.CopyTo(_rows, 0);
        if (before.Length > Small)
            ArrayPool<T>.Shared.Return(before);
        return _rows;
    }
}
