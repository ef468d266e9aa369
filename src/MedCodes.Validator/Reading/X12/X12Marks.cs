using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Finds all element separators and segment terminators of a block at once.</summary>
internal static class X12Marks
{
    /// <summary>Writes the places of two bytes in a block, in their order.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="first">One byte looked for.</param>
    /// <param name="second">The other.</param>
    /// <param name="shift">Added to each place.</param>
    /// <param name="marks">Room for as many places as the block has bytes.</param>
    /// <returns>The number of places.</returns>
    public static int Find(ReadOnlySpan<byte> block, byte first, byte second, int shift, Span<int> marks)
    {
        var count = 0;
        var place = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var firsts = Vector256.Create(first);
            var seconds = Vector256.Create(second);
            ref var start = ref MemoryMarshal.GetReference(block);
            for (; place <= block.Length - Vector256<byte>.Count; place += Vector256<byte>.Count)
            {
                var bytes = Vector256.LoadUnsafe(ref start, (nuint)place);
                var mask = (Vector256.Equals(bytes, firsts) | Vector256.Equals(bytes, seconds)).ExtractMostSignificantBits();
                for (; mask != 0; mask &= mask - 1)
                    marks[count++] = shift + place + BitOperations.TrailingZeroCount(mask);
            }
        }

        for (; place < block.Length; place++)
        {
            if (block[place] == first || block[place] == second)
                marks[count++] = shift + place;
        }

        return count;
    }
}
