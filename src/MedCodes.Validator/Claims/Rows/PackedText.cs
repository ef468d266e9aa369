using System.Text;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>Short texts as numbers: byte by byte from the lowest, 0 for missing.</summary>
internal static class PackedText
{
    public const int Capacity = 8;

    /// <summary>Packs up to eight bytes; false where the text is longer or holds a zero byte, which would end it early.</summary>
    public static bool TryPack(ReadOnlySpan<byte> text, out ulong packed)
    {
        packed = 0;
        if (text.Length > Capacity)
            return false;
        var smallest = byte.MaxValue;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            packed = packed << 8 | text[i];
            smallest = Math.Min(smallest, text[i]);
        }

        return smallest != 0;
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
