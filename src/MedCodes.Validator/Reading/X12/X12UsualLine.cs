using System.Buffers.Binary;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// What a line bills where SV1 is written as nearly all are: "SV1*HC:64493:RT*450*UN*1***1", whole numbers, no more than seven elements
/// and none of them too long. All is read at once, without a look at each element. Of others nothing is said, not even that they are wrong.
/// </summary>
internal readonly record struct X12UsualLine(
    ushort Qualifier, ulong Code, ulong Modifiers, uint Charge, ushort Unit, uint Units, ushort Place, uint Pointers)
{
    private const int Elements = 7;
    private const ulong Digits = 0x0030_0030_0030_0030;
    private const ulong Even = 0x00FF_00FF_00FF_00FF;

    // Behind the longest such segment this much may be read, whatever stands there.
    private const int Room = 128;

    /// <summary>Reads an SV1; false where it is written otherwise.</summary>
    /// <param name="block">The bytes that it stands in.</param>
    /// <param name="start">Where it starts in them.</param>
    /// <param name="ends">Where its elements end in them, the id first.</param>
    /// <param name="component">The byte between components.</param>
    /// <param name="line">What it bills.</param>
    public static bool TryRead(ReadOnlySpan<byte> block, int start, ReadOnlySpan<int> ends, byte component, out X12UsualLine line)
    {
        line = default;
        if (ends.Length != Elements + 1 || block.Length - start < Room || X12Id.Of(block, start, ends[0]) != X12Id.Sv1)
            return false;
        var (place, pointers) = (ends[5] - ends[4] - 1, ends[7] - ends[6] - 1);
        if (ends[3] - ends[2] != 3 || ends[6] - ends[5] != 1 || (place & ~2) != 0)
            return false;
        if (!X12UsualComposite.TryProcedure(block, start + 4, ends[1] - start - 4, component, out var qualifier, out var code, out var modifiers)
            || !X12Values.TryDigits(block, ends[1] + 1, ends[2] - ends[1] - 1, out var charge)
            || !X12Values.TryDigits(block, ends[3] + 1, ends[4] - ends[3] - 1, out var units)
            || !TryPointers(block, ends[6] + 1, pointers, component, out var packed))
        {
            return false;
        }

        var unit = BinaryPrimitives.ReadUInt16LittleEndian(block[(ends[2] + 1)..]);
        var own = BinaryPrimitives.ReadUInt16LittleEndian(block[(ends[4] + 1)..]);
        if (HasZero(unit) || HasZero(own))
            return false;
        line = new(qualifier, code, modifiers, charge, unit, units, place == 0 ? (ushort)0 : own, packed);
        return true;
    }

    private static bool HasZero(ushort bytes) => (bytes & 0xFF) == 0 || bytes <= 0xFF;

    // "1:2:3": digits and separators by turns, each digit a pointer; 0 stands for none, so that each counts from 1.
    private static bool TryPointers(ReadOnlySpan<byte> block, int start, int length, byte component, out uint packed)
    {
        packed = 0;
        if (length is < 1 or > 7 || (length & 1) == 0)
            return false;
        var kept = ulong.MaxValue >> (8 - length) * 8;
        var bytes = BinaryPrimitives.ReadUInt64LittleEndian(block[start..]);
        var numbers = (bytes ^ (Digits | component * 0x0100_0100_0100_0100UL)) & kept;
        if ((numbers & ~Even) != 0 || (numbers + 0x0076_0076_0076_0076 & 0x0080_0080_0080_0080) != 0 || (numbers & 0x0080_0080_0080_0080) != 0)
            return false;
        numbers += 0x0001_0001_0001_0001 & kept;
        numbers = (numbers | numbers >> 8) & 0x0000_FFFF_0000_FFFF;
        packed = (uint)(numbers | numbers >> 16);
        return true;
    }
}
