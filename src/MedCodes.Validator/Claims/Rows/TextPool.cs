using System.Buffers.Binary;
using System.Text;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>
/// Texts of a batch as bytes in one array, each behind its length. A text is known by its place, from 1; 0 is missing.
/// What was added shortly before is found again, so that payers and codes which repeat are kept once.
/// </summary>
internal sealed class TextPool
{
    private const int SlotBits = 12;
    private const int RecentSlots = 1 << SlotBits;
    private const int LongText = 255;
    private readonly int[] _recent = new int[RecentSlots];
    private byte[] _bytes = new byte[1024];
    private int _count = 1;

    public uint Add(string? text) => text is null ? 0 : Add(Encoding.UTF8.GetBytes(text));

    public uint Add(ReadOnlySpan<byte> text)
    {
        ref var recent = ref _recent[Slot(text)];
        if (recent == 0 || !At(_bytes, (uint)recent).SequenceEqual(text))
            recent = (int)AddNew(text);
        return (uint)recent;
    }

    /// <summary>Adds a text that hardly repeats, such as the id of a claim, without looking for it.</summary>
    public uint AddNew(ReadOnlySpan<byte> text)
    {
        var needed = _count + text.Length + 5;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
        var place = (uint)_count;
        if (text.Length < LongText)
        {
            _bytes[_count++] = (byte)text.Length;
        }
        else
        {
            _bytes[_count++] = LongText;
            BitConverter.TryWriteBytes(_bytes.AsSpan(_count), text.Length);
            _count += 4;
        }

        text.CopyTo(_bytes.AsSpan(_count));
        _count += text.Length;
        return place;
    }

    public ReadOnlySpan<byte> this[uint place] => At(_bytes, place);

    public byte[] ToArray()
    {
        // Every byte is written over at once.
        var bytes = GC.AllocateUninitializedArray<byte>(_count);
        _bytes.AsSpan(0, _count).CopyTo(bytes);
        return bytes;
    }

    public void Clear()
    {
        _count = 1;
        Array.Clear(_recent);
    }

    public static ReadOnlySpan<byte> At(byte[] pool, uint place)
    {
        var start = (int)place;
        var length = (int)pool[start++];
        if (length == LongText)
        {
            length = BitConverter.ToInt32(pool, start);
            start += 4;
        }

        return pool.AsSpan(start, length);
    }

    public static string? Text(byte[] pool, uint place) => place == 0 ? null : Encoding.UTF8.GetString(At(pool, place));

    private static int Slot(ReadOnlySpan<byte> text)
    {
        // The ends of a text and its length: texts are short, and one that is not found is only kept once more.
        var (first, last) = text.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])),
            >= 4 => ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text), (ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..])),
            > 0 => (text[0] | (ulong)text[text.Length / 2] << 8, (ulong)text[^1]),
            _ => (0UL, 0UL),
        };
        var hash = (first ^ (last + (ulong)text.Length) * 0x9E37_79B9_7F4A_7C15) * 0xBF58_476D_1CE4_E5B9;
        return (int)(hash >> 64 - SlotBits);
    }
}
