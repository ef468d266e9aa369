using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    private const int LengthOfLength = 4;

    /// <summary>The most bytes that stand before a text.</summary>
    public const int Overhead = 1 + LengthOfLength;
    private const int ShortText = 32;

    /// <summary>Stands for the place of a text that is not known yet.</summary>
    public const uint Unknown = uint.MaxValue;
    private readonly int[] _recent = new int[RecentSlots];
    private byte[] _bytes = new byte[1024];
    private int _count = 1;

    public uint Add(string? text) => text is null ? 0 : Add(Encoding.UTF8.GetBytes(text));

    /// <summary>Adds a text that stands in a block, which is looked at as a whole where the block goes on behind it.</summary>
    public uint Add(ReadOnlySpan<byte> block, int start, int length)
    {
        if (length > ShortText || start > block.Length - ShortText)
            return Add(block.Slice(start, length));
        return AddShort(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(block), (nuint)start) & Kept(length), length);
    }

    public uint Add(ReadOnlySpan<byte> text)
    {
        if (text.Length <= ShortText)
        {
            Span<byte> room = stackalloc byte[ShortText];
            room.Clear();
            text.CopyTo(room);
            return AddShort(Vector256.Create<byte>(room), text.Length);
        }

        ref var recent = ref _recent[Slot(text)];
        if (recent == 0 || !At(_bytes, (uint)recent).SequenceEqual(text))
            recent = (int)AddNew(text);
        return (uint)recent;
    }

    /// <summary>Adds a text that hardly repeats, such as the id of a claim, without looking for it.</summary>
    public uint AddNew(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        var place = (uint)_count;
        _count = Write(_bytes, _count, text);
        return place;
    }

    /// <summary>Leaves room for texts that come later.</summary>
    /// <returns>Where it starts.</returns>
    public int Reserve(int bytes)
    {
        MakeRoom(bytes);
        var start = _count;
        _count += bytes;
        return start;
    }

    /// <summary>Writes a text behind its length.</summary>
    /// <returns>The place behind it.</returns>
    public static int Write(byte[] pool, int place, ReadOnlySpan<byte> text)
    {
        if (text.Length < LongText)
        {
            pool[place++] = (byte)text.Length;
        }
        else
        {
            pool[place++] = LongText;
            BitConverter.TryWriteBytes(pool.AsSpan(place), text.Length);
            place += LengthOfLength;
        }

        text.CopyTo(pool.AsSpan(place));
        return place + text.Length;
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

    /// <summary>Adds a text whose bytes fill the vector from the first on, zeros behind them.</summary>
    private uint AddShort(Vector256<byte> text, int length)
    {
        ref var recent = ref _recent[Slot(text.AsUInt64(), length)];
        var place = recent;
        if (place != 0 && _bytes[place] == length && (Vector256.LoadUnsafe(ref _bytes[place + 1]) & Kept(length)) == text)
            return (uint)place;
        MakeRoom(ShortText);
        place = _count;
        _bytes[place] = (byte)length;
        text.StoreUnsafe(ref _bytes[place + 1]);
        _count += length + 1;
        recent = place;
        return (uint)place;
    }

    // There is always room behind the last text to look at as many bytes as a short text may have.
    private void MakeRoom(int length)
    {
        var needed = _count + length + 5 + ShortText;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, _bytes.Length * 2));
    }

    /// <summary>As many bytes set as a short text has, from the first.</summary>
    private static Vector256<byte> Kept(int length) => Vector256.LessThan(Vector256<byte>.Indices, Vector256.Create((byte)length));

    private static int Slot(Vector256<ulong> text, int length)
    {
        var mixed = (text[0] + (ulong)length) * 0x9E37_79B9_7F4A_7C15 ^ text[1] * 0xBF58_476D_1CE4_E5B9
            ^ text[2] * 0x94D0_49BB_1331_11EB ^ text[3] * 0xD6E8_FEB8_6659_FD93;
        return (int)((mixed ^ mixed >> 32) * 0x9E37_79B9_7F4A_7C15 >> 64 - SlotBits);
    }

    // The ends of a long text: one that is not found is only kept once more.
    private static int Slot(ReadOnlySpan<byte> text) =>
        Slot(
            Vector256.Create(
                BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(text[^16..]), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])),
            text.Length);
}
