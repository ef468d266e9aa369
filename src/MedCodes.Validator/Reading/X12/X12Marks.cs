using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Finds all element separators and segment terminators of a block at once.</summary>
internal static class X12Marks
{
    /// <summary>Writes the places of separators and terminators in a block, in their order.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="separator">The byte between elements.</param>
    /// <param name="terminator">The byte behind segments.</param>
    /// <param name="shift">Added to each place.</param>
    /// <param name="marks">Room for one place more than the block has bytes.</param>
    /// <param name="segments">As much room, for which of the marks are terminators.</param>
    /// <returns>The number of marks and of terminators.</returns>
    public static (int Marks, int Segments) Find(
        ReadOnlySpan<byte> block, byte separator, byte terminator, int shift, Span<int> marks, Span<int> segments)
    {
        var count = 0;
        var ends = 0;
        var place = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var separators = Vector256.Create(separator);
            var terminators = Vector256.Create(terminator);
            ref var start = ref MemoryMarshal.GetReference(block);
            for (; place <= block.Length - Vector256<byte>.Count; place += Vector256<byte>.Count)
            {
                var bytes = Vector256.LoadUnsafe(ref start, (nuint)place);
                var last = Vector256.Equals(bytes, terminators).ExtractMostSignificantBits();
                var mask = Vector256.Equals(bytes, separators).ExtractMostSignificantBits() | last;
                for (; mask != 0; mask &= mask - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(mask);
                    // Written always and counted only for a terminator, because a branch here would be guessed wrong.
                    segments[ends] = count;
                    ends += (int)(last >> bit & 1);
                    marks[count++] = shift + place + bit;
                }
            }
        }

        for (; place < block.Length; place++)
        {
            if (block[place] == terminator)
                segments[ends++] = count;
            if (block[place] == separator || block[place] == terminator)
                marks[count++] = shift + place;
        }

        return (count, ends);
    }
}
