using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>
/// Values that lie one behind the other in a mapped file or a pinned array. A span cannot be a field, and a mapped file is no array.
/// </summary>
internal readonly unsafe struct Block<T>
    where T : unmanaged
{
    private readonly T* _first;

    // What the memory belongs to lives as long as the block.
    private readonly object? _owner;

    public Block(byte* first, int bytes, object owner)
    {
        _first = (T*)first;
        Length = bytes / sizeof(T);
        _owner = owner;
    }

    public int Length { get; }

    /// <summary>A value. A place that does not exist can only come from damaged contents.</summary>
    /// <exception cref="InvalidDataException">There is no such place.</exception>
    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Length)
                Damaged();
            return ref _first[index];
        }
    }

    /// <summary>Values next to each other.</summary>
    /// <exception cref="InvalidDataException">They are not all there.</exception>
    public ReadOnlySpan<T> Slice(int start, int length)
    {
        if ((uint)start > (uint)Length || (uint)length > (uint)(Length - start))
            Damaged();
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef<T>(_first + start), length);
    }

    private static void Damaged() => throw new InvalidDataException("a release is damaged: its contents point outside of it");
}
