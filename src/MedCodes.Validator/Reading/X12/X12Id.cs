using System.Buffers.Binary;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Segment ids as numbers: byte by byte from the lowest.</summary>
internal static class X12Id
{
    private const int Shortest = 2;
    private const int Longest = 3;

    public const uint Isa = 'I' | 'S' << 8 | 'A' << 16;
    public const uint Gs = 'G' | 'S' << 8;
    public const uint St = 'S' | 'T' << 8;
    public const uint Se = 'S' | 'E' << 8;
    public const uint Ge = 'G' | 'E' << 8;
    public const uint Iea = 'I' | 'E' << 8 | 'A' << 16;
    public const uint Ta1 = 'T' | 'A' << 8 | '1' << 16;
    public const uint Bht = 'B' | 'H' << 8 | 'T' << 16;
    public const uint Hl = 'H' | 'L' << 8;
    public const uint Nm1 = 'N' | 'M' << 8 | '1' << 16;
    public const uint N3 = 'N' | '3' << 8;
    public const uint N4 = 'N' | '4' << 8;
    public const uint Ref = 'R' | 'E' << 8 | 'F' << 16;
    public const uint Per = 'P' | 'E' << 8 | 'R' << 16;
    public const uint Prv = 'P' | 'R' << 8 | 'V' << 16;
    public const uint Sbr = 'S' | 'B' << 8 | 'R' << 16;
    public const uint Pat = 'P' | 'A' << 8 | 'T' << 16;
    public const uint Dmg = 'D' | 'M' << 8 | 'G' << 16;
    public const uint Clm = 'C' | 'L' << 8 | 'M' << 16;
    public const uint Dtp = 'D' | 'T' << 8 | 'P' << 16;
    public const uint Pwk = 'P' | 'W' << 8 | 'K' << 16;
    public const uint K3 = 'K' | '3' << 8;
    public const uint Nte = 'N' | 'T' << 8 | 'E' << 16;
    public const uint Cl1 = 'C' | 'L' << 8 | '1' << 16;
    public const uint Hi = 'H' | 'I' << 8;
    public const uint Lx = 'L' | 'X' << 8;
    public const uint Sv1 = 'S' | 'V' << 8 | '1' << 16;
    public const uint Sv2 = 'S' | 'V' << 8 | '2' << 16;
    public const uint Lin = 'L' | 'I' << 8 | 'N' << 16;
    public const uint Ctp = 'C' | 'T' << 8 | 'P' << 16;
    public const uint Svd = 'S' | 'V' << 8 | 'D' << 16;
    public const uint Cas = 'C' | 'A' << 8 | 'S' << 16;
    public const uint Amt = 'A' | 'M' << 8 | 'T' << 16;
    public const uint Oi = 'O' | 'I' << 8;

    /// <summary>The number of an id within a block, without a branch on its length where the block goes on behind it.</summary>
    public static uint Of(ReadOnlySpan<byte> block, int start, int end)
    {
        var length = end - start;
        if (start > block.Length - sizeof(uint))
            return Of(block[start..end]);
        return length is < Shortest or > Longest ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(block[start..]) & uint.MaxValue >> 32 - length * 8;
    }

    /// <summary>The number of an id; 0 for what is no id of one to three bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> id) => id.Length switch
    {
        2 => id[0] | (uint)id[1] << 8,
        3 => id[0] | (uint)id[1] << 8 | (uint)id[2] << 16,
        _ => 0,
    };
}
