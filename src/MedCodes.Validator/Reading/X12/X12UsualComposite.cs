using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Composites as nearly every claim writes them, cut in one look at all their bytes. What is written otherwise, well or badly, is left
/// to be cut component by component.
/// </summary>
internal static class X12UsualComposite
{
    private const int CodeStart = 3;
    private const int CodeEnd = 8;
    private const ulong LowBytes = 0xFF_FFFF_FFFF;
    private const uint ModifierMask = 0xFFFF;

    // "HC:64493:RT:59": where separators stand in the longest, and how long it may be.
    private const uint Separators = 1u << 2 | 1u << 8 | 1u << 11 | 1u << 14 | 1u << 17;
    private const uint Lengths = 1u << 8 | 1u << 11 | 1u << 14 | 1u << 17 | 1u << 20;

    /// <summary>Reads a procedure: a qualifier of two bytes, a code of five and up to four modifiers of two, none left out.</summary>
    public static bool TryProcedure(
        ReadOnlySpan<byte> block, int start, int length, byte separator, out ushort qualifier, out ulong code, out ulong modifiers)
    {
        (qualifier, code, modifiers) = (0, 0, 0);
        if (length > 20 || (Lengths >> length & 1) == 0 || !TryCut(block, start, length, separator, out var cuts) || cuts != (Separators & (1u << length) - 1))
            return false;
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), start);
        qualifier = Unsafe.ReadUnaligned<ushort>(ref first);
        code = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, CodeStart)) & LowBytes;
        // Two and two, each behind its separator; those that are not there are cut off, by two shifts because one of 64 does nothing.
        var low = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, CodeEnd));
        var high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, CodeEnd + 6));
        var all = low >> 8 & ModifierMask | (low >> 32 & ModifierMask) << 16 | (high >> 8 & ModifierMask) << 32 | (high >> 32 & ModifierMask) << 48;
        var half = (length - CodeEnd) / 3 * 8;
        modifiers = all & ~(ulong.MaxValue << half << half);
        return true;
    }

    /// <summary>Reads an element of two components, neither empty nor longer than eight bytes.</summary>
    public static bool TryPair(ReadOnlySpan<byte> block, int start, int length, byte separator, out ulong first, out ulong second)
    {
        (first, second) = (0, 0);
        if (length is < 3 or > 17 || !TryCut(block, start, length, separator, out var cuts) || !uint.IsPow2(cuts))
            return false;
        var cut = (int)uint.TrailingZeroCount(cuts);
        var rest = length - cut - 1;
        if (cut is < 1 or > 8 || rest is < 1 or > 8)
            return false;
        ref var bytes = ref Unsafe.Add(ref MemoryMarshal.GetReference(block), start);
        first = Unsafe.ReadUnaligned<ulong>(ref bytes) & ulong.MaxValue >> (8 - cut) * 8;
        second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, cut + 1)) & ulong.MaxValue >> (8 - rest) * 8;
        return true;
    }

    /// <summary>Where separators stand, each as the bit of its place; false where a zero byte stands too, or the block ends too soon to look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCut(ReadOnlySpan<byte> block, int start, int length, byte separator, out uint cuts)
    {
        cuts = 0;
        if (!BitConverter.IsLittleEndian || (uint)start > (uint)block.Length || block.Length - start < Vector256<byte>.Count)
            return false;
        var bytes = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(block), (nuint)start);
        var kept = (1u << length) - 1;
        cuts = Vector256.Equals(bytes, Vector256.Create(separator)).ExtractMostSignificantBits() & kept;
        return (Vector256.Equals(bytes, Vector256<byte>.Zero).ExtractMostSignificantBits() & kept) == 0;
    }
}
