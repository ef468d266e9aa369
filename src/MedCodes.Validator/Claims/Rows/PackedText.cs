using System.Buffers.Binary;
using System.Text;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>Short texts as numbers: byte by byte from the lowest, 0 for missing.</summary>
internal static class PackedText
{
    public const int Capacity = 8;
    private const ulong LowBits = 0x0101_0101_0101_0101;
    private const ulong HighBits = 0x8080_8080_8080_8080;

    /// <summary>Packs up to eight bytes; false where the text is longer or holds a zero byte, which would end it early.</summary>
    public static bool TryPack(ReadOnlySpan<byte> text, out ulong packed)
    {
        // Most texts are one to three bytes long. Longer ones are two reads that overlap.
        switch (text.Length)
        {
            case 0:
                packed = 0;
                return true;
            case 1:
                packed = text[0];
                return packed != 0;
            case 2 or 3:
                packed = text[0] | (ulong)text[1] << 8 | (ulong)text[^1] << (text.Length - 1) * 8;
                break;
            case <= Capacity and >= 4:
                var last = (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
                packed = BinaryPrimitives.ReadUInt32LittleEndian(text) | last << (text.Length - 4) * 8;
                break;
            default:
                packed = 0;
                return false;
        }

        // The bytes behind the text count as there, so that only a zero within it is found.
        var filled = packed | (text.Length == Capacity ? 0 : ulong.MaxValue << text.Length * 8);
        return ((filled - LowBits) & ~filled & HighBits) == 0;
    }

    /// <summary>Packs one to eight bytes of a block without a branch on their number, where the block goes on behind them.</summary>
    public static bool TryPack(ReadOnlySpan<byte> block, int start, int length, out ulong packed)
    {
        if (length > Capacity || start > block.Length - Capacity)
            return TryPack(block.Slice(start, length), out packed);
        var kept = ulong.MaxValue >> (Capacity - length) * 8;
        packed = BinaryPrimitives.ReadUInt64LittleEndian(block[start..]) & kept;
        // The bytes behind the text count as there, so that only a zero within it is found.
        var filled = packed | ~kept;
        return ((filled - LowBits) & ~filled & HighBits) == 0;
    }

    public static string? Unpack(ulong packed)
    {
        if (packed == 0)
            return null;
        Span<byte> bytes = stackalloc byte[Capacity];
        var length = 0;
        for (; packed != 0; packed >>= 8)
            bytes[length++] = (byte)packed;
        return Encoding.UTF8.GetString(bytes[..length]);
    }
}
