using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Finds all element separators and segment terminators of a block at once.</summary>
internal static partial class X12Marks
{
    /// <summary>Room that must be left behind the places: they are written some at a time, whether there or not.</summary>
    public const int Spare = 64;

    /// <summary>Adds the places of separators and terminators in a block to those that are there, in their order.</summary>
    /// <param name="block">The bytes.</param>
    /// <param name="separator">The byte between elements.</param>
    /// <param name="terminator">The byte behind segments.</param>
    /// <param name="shift">Added to each place.</param>
    /// <param name="marks">Room for as many places as the block has bytes, and to spare.</param>
    /// <param name="count">The marks that are there.</param>
    /// <param name="segments">As much room, for which of the marks are terminators.</param>
    /// <param name="ends">The terminators that are there.</param>
    /// <returns>The number of marks and of terminators.</returns>
    /// <exception cref="ArgumentException">There is not that much room.</exception>
    public static (int Marks, int Segments) Find(
        ReadOnlySpan<byte> block, byte separator, byte terminator, int shift, Span<int> marks, int count, Span<int> segments, int ends)
    {
        if (marks.Length - count < block.Length + Spare || segments.Length - ends < block.Length + Spare)
            throw new ArgumentException("There is no room for the marks of the block.");
        var place = FindWide(block, separator, terminator, shift, marks, ref count, segments, ref ends);
        if (Vector256.IsHardwareAccelerated)
        {
            var separators = Vector256.Create(separator);
            var terminators = Vector256.Create(terminator);
            ref var start = ref MemoryMarshal.GetReference(block);
            ref var firstMark = ref MemoryMarshal.GetReference(marks);
            ref var firstEnd = ref MemoryMarshal.GetReference(segments);
            for (; place <= block.Length - Vector256<byte>.Count; place += Vector256<byte>.Count)
            {
                var bytes = Vector256.LoadUnsafe(ref start, (nuint)place);
                var last = Vector256.Equals(bytes, terminators).ExtractMostSignificantBits();
                var mask = Vector256.Equals(bytes, separators).ExtractMostSignificantBits() | last;
                AddEnds(ref Unsafe.Add(ref firstEnd, ends), mask, last, count);
                AddMarks(ref Unsafe.Add(ref firstMark, count), mask, shift + place);
                ends += BitOperations.PopCount(last);
                count += BitOperations.PopCount(mask);
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

    // Twelve places are written whether they are there or not, and what was too many is written over: 32 bytes hold eight on average, and
    // a loop that ends after the right number would be guessed wrong each time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddMarks(ref int to, uint mask, int place)
    {
        const int certain = 12;
        var found = BitOperations.PopCount(mask);
        mask = AddFour(ref to, mask, place);
        mask = AddFour(ref Unsafe.Add(ref to, 4), mask, place);
        mask = AddFour(ref Unsafe.Add(ref to, 8), mask, place);
        for (var written = certain; written < found; written += 4)
            mask = AddFour(ref Unsafe.Add(ref to, written), mask, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint AddFour(ref int to, uint mask, int place)
    {
        to = place + BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        Unsafe.Add(ref to, 1) = place + BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        Unsafe.Add(ref to, 2) = place + BitOperations.TrailingZeroCount(mask);
        mask &= mask - 1;
        Unsafe.Add(ref to, 3) = place + BitOperations.TrailingZeroCount(mask);
        return mask & mask - 1;
    }

    // A terminator's number is the count of marks below it. Three are written always; segments are hardly ever shorter than ten bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddEnds(ref int to, uint mask, uint last, int count)
    {
        to = count + BitOperations.PopCount(mask & Below(last));
        last &= last - 1;
        Unsafe.Add(ref to, 1) = count + BitOperations.PopCount(mask & Below(last));
        last &= last - 1;
        Unsafe.Add(ref to, 2) = count + BitOperations.PopCount(mask & Below(last));
        last &= last - 1;
        for (var written = 3; last != 0; written++, last &= last - 1)
            Unsafe.Add(ref to, written) = count + BitOperations.PopCount(mask & Below(last));
    }

    /// <summary>The bits below the lowest one that is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Below(uint bits) => bits - 1 & ~bits;
}
