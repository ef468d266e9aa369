using System.Numerics;
using System.Text;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>Values of keys as numbers: short texts as they are packed in claims, so that a code is looked up without being written out.</summary>
internal static class KeyValue
{
    /// <summary>Set where the number stands for a longer text.</summary>
    public const ulong LongText = 1UL << 63;

    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<byte> text)
    {
        if (PackedText.TryPack(text, out var packed) && (packed & LongText) == 0)
            return packed;

        // Two long texts of one table share a number once in 2^63.
        var hash = Offset;
        foreach (var one in text)
            hash = (hash ^ one) * Prime;
        return hash | LongText;
    }

    public static ulong Of(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) ? Of(bytes[..length]) : Of(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>One number for all values of a key.</summary>
    public static ulong Hash(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var value in key)
            hash = Mix(BitOperations.RotateLeft(hash, 23) ^ value);
        return hash;
    }

    /// <summary>Spreads the bits of a number, so that its lowest ones serve as a place in a hash table.</summary>
    public static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15;
        return value ^ value >> 32;
    }
}
