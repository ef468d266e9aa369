using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>A numbered part of a store: in memory while a release is made or curated, in a mapped file afterwards.</summary>
internal sealed unsafe class Section
{
    private readonly byte* _first;
    private readonly object _owner;

    public Section(int id, byte* first, int length, object owner)
    {
        Id = id;
        Length = length;
        _first = first;
        _owner = owner;
    }

    public int Id { get; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; }

    public ReadOnlySpan<byte> Bytes => new(_first, Length);

    /// <summary>Copies values into a section of their own.</summary>
    public static Section Of<T>(int id, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        // A pinned array stays where it is, so that a pointer to it stays good while the array lives.
        var bytes = GC.AllocateUninitializedArray<byte>(Math.Max(1, values.Length * sizeof(T)), pinned: true);
        MemoryMarshal.AsBytes(values).CopyTo(bytes);
        return new Section(id, (byte*)Unsafe.AsPointer(ref bytes[0]), values.Length * sizeof(T), bytes);
    }

    public Block<T> As<T>()
        where T : unmanaged => new(_first, Length, _owner);
}
