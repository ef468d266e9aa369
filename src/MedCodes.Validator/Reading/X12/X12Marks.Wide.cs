using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The same for processors that can push the marked bytes of a vector together: a step for each 64 bytes instead of one for each mark.</summary>
internal static partial class X12Marks
{
    private const int Lanes = 16;

    /// <summary>Looks through as much of a block as such vectors take; none of it where the processor has none.</summary>
    /// <returns>How many bytes were looked through.</returns>
    private static int FindWide(
        ReadOnlySpan<byte> block, byte separator, byte terminator, int shift, Span<int> marks, ref int count, Span<int> segments, ref int ends)
    {
        var place = 0;
        if (!Avx512Vbmi2.IsSupported)
            return place;
        var numbers = Vector512<byte>.Indices;
        var separators = Vector512.Create(separator);
        var terminators = Vector512.Create(terminator);
        ref var start = ref MemoryMarshal.GetReference(block);
        ref var firstMark = ref MemoryMarshal.GetReference(marks);
        ref var firstEnd = ref MemoryMarshal.GetReference(segments);
        var (found, ended) = (count, ends);
        for (; place <= block.Length - Vector512<byte>.Count; place += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref start, (nuint)place);
            var last = Vector512.Equals(bytes, terminators);
            var marked = Vector512.Equals(bytes, separators) | last;
            // No terminator is zero, which is what stands behind the bytes that were pushed together.
            var ordinals = Avx512Vbmi2.Compress(default, Vector512.Equals(Avx512Vbmi2.Compress(default, marked, bytes), terminators), numbers);
            var (marksHere, endsHere) = (BitOperations.PopCount(marked.ExtractMostSignificantBits()), BitOperations.PopCount(last.ExtractMostSignificantBits()));
            Add(ref Unsafe.Add(ref firstEnd, ended), ordinals, endsHere, found, certain: Lanes);
            Add(ref Unsafe.Add(ref firstMark, found), Avx512Vbmi2.Compress(default, marked, numbers), marksHere, shift + place, certain: 2 * Lanes);
            found += marksHere;
            ended += endsHere;
        }

        (count, ends) = (found, ended);
        return place;
    }

    // So many are written whether they are there or not; 64 bytes hold about twenty marks and three terminators, hardly ever more than that.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref int to, Vector512<byte> numbers, int count, int added, int certain)
    {
        var plus = Vector512.Create(added);
        (Avx512F.ConvertToVector512Int32(numbers.GetLower().GetLower()) + plus).StoreUnsafe(ref to);
        if (certain > Lanes)
            (Avx512F.ConvertToVector512Int32(numbers.GetLower().GetUpper()) + plus).StoreUnsafe(ref to, Lanes);
        if (count <= certain)
            return;
        (Avx512F.ConvertToVector512Int32(numbers.GetLower().GetUpper()) + plus).StoreUnsafe(ref to, Lanes);
        (Avx512F.ConvertToVector512Int32(numbers.GetUpper().GetLower()) + plus).StoreUnsafe(ref to, 2 * Lanes);
        (Avx512F.ConvertToVector512Int32(numbers.GetUpper().GetUpper()) + plus).StoreUnsafe(ref to, 3 * Lanes);
    }
}
