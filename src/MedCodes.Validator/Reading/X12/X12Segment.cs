using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>A segment while it is in the reader's buffer.</summary>
internal readonly ref struct X12Segment
{
    private readonly ReadOnlySpan<byte> _block;

    // Where each element ends, the id first; behind them stands what belongs to others.
    private readonly ReadOnlySpan<int> _ends;
    private readonly int _count;
    private readonly int _start;

    /// <summary>Takes a segment out of a block.</summary>
    /// <param name="block">The bytes that it stands in.</param>
    /// <param name="ends">Where its elements end in them, the id first; more may follow.</param>
    /// <param name="count">How many of the ends are its own, at least one.</param>
    /// <param name="start">Where it starts in them.</param>
    /// <param name="offset">Where it starts in the file.</param>
    /// <param name="delimiters">The bytes between its parts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public X12Segment(ReadOnlySpan<byte> block, ReadOnlySpan<int> ends, int count, int start, long offset, X12Delimiters delimiters)
    {
        _block = block;
        _ends = ends;
        _count = count;
        _start = start;
        Offset = offset;
        Delimiters = delimiters;
        Id = X12Id.Of(block, start, ends[0]);
    }

    /// <summary>The same segment, its components cut by another byte.</summary>
    public X12Segment CutBy(byte component) => new(_block, _ends, _count, _start, Offset, Delimiters with { Component = component });

    /// <summary>The id as a number; 0 where it is none.</summary>
    public uint Id { get; }

    /// <summary>The offset of its first byte in the file.</summary>
    public long Offset { get; }

    public X12Delimiters Delimiters { get; }

    /// <summary>The number of elements behind the id.</summary>
    public int Count => _count - 1;

    /// <summary>Its bytes, without the terminator.</summary>
    public ReadOnlySpan<byte> Bytes => _block[_start.._ends[_count - 1]];

    /// <summary>Where its bytes stand in the file.</summary>
    public SourceSpan Span => new(Offset, _ends[_count - 1] - _start);

    /// <summary>An element, the id being 0; empty where it is missing.</summary>
    public ReadOnlySpan<byte> this[int element]
    {
        get
        {
            if ((uint)element >= (uint)_count)
                return default;
            var start = Start(element);
            return _block.Slice(start, _ends[element] - start);
        }
    }

    /// <summary>Whether an element is missing or empty.</summary>
    public bool IsEmpty(int element) => (uint)element >= (uint)_count || _ends[element] == Start(element);

    /// <summary>A short element as a number; false where it is longer than it may be or no text.</summary>
    public bool TryPack(int element, int longest, out ulong packed)
    {
        packed = 0;
        if ((uint)element >= (uint)_count)
            return true;
        var start = Start(element);
        var length = _ends[element] - start;
        return length == 0 || (length <= longest && PackedText.TryPack(_block, start, length, out packed));
    }

    /// <summary>An element of one to eight digits as a number; false where it is another or missing.</summary>
    public bool TryDigits(int element, out uint number)
    {
        number = 0;
        if ((uint)element >= (uint)_count)
            return false;
        var start = Start(element);
        return X12Values.TryDigits(_block, start, _ends[element] - start, out number);
    }

    /// <summary>A code of two or three bytes as a number like those of segment ids; 0 for another.</summary>
    public uint Code(int element)
    {
        if ((uint)element >= (uint)_count)
            return 0;
        return X12Id.Of(_block, Start(element), _ends[element]);
    }

    /// <summary>An element of one byte; 0 for another.</summary>
    public byte Flag(int element)
    {
        if ((uint)element >= (uint)_count)
            return 0;
        var start = Start(element);
        return _ends[element] - start == 1 ? _block[start] : (byte)0;
    }

    /// <summary>An element of eight bytes as they stand; false for another.</summary>
    public bool TryEight(int element, out ulong bytes)
    {
        bytes = 0;
        if ((uint)element >= (uint)_count)
            return false;
        var start = Start(element);
        if (_ends[element] - start != sizeof(ulong))
            return false;
        bytes = BinaryPrimitives.ReadUInt64LittleEndian(_block[start..]);
        return true;
    }

    /// <summary>An element of ten digits as a number; false for another.</summary>
    public bool TryTenDigits(int element, out ulong number)
    {
        number = 0;
        if ((uint)element >= (uint)_count)
            return false;
        var start = Start(element);
        if (_ends[element] - start != 10 || !X12Values.TryDigits(_block, start, 8, out var high) || !X12Values.TryDigits(_block, start + 8, 2, out var low))
            return false;
        number = high * 100UL + low;
        return true;
    }

    /// <summary>Keeps an element that is there.</summary>
    public uint AddTo(TextPool texts, int element)
    {
        var start = Start(element);
        return texts.Add(_block, start, _ends[element] - start);
    }

    /// <summary>A procedure written as most are, with its modifiers; false for another.</summary>
    public bool TryProcedure(int element, out ushort qualifier, out ulong code, out ulong modifiers)
    {
        (qualifier, code, modifiers) = (0, 0, 0);
        if ((uint)element >= (uint)_count)
            return false;
        var start = Start(element);
        return X12UsualComposite.TryProcedure(_block, start, _ends[element] - start, Delimiters.Component, out qualifier, out code, out modifiers);
    }

    /// <summary>An element of two short components, neither of them empty; false for another.</summary>
    public bool TryPair(int element, out ulong first, out ulong second)
    {
        (first, second) = (0, 0);
        if ((uint)element >= (uint)_count)
            return false;
        var start = Start(element);
        return X12UsualComposite.TryPair(_block, start, _ends[element] - start, Delimiters.Component, out first, out second);
    }

    /// <summary>Whether an element is a place written as nearly all are: two, one and one byte, such as "11:B:1".</summary>
    public bool IsPlace(int element)
    {
        var text = this[element];
        var separator = Delimiters.Component;
        return text.Length == 6 && text[2] == separator && text[4] == separator
            && char.IsAsciiLetterOrDigit((char)text[0]) && char.IsAsciiLetterOrDigit((char)text[1])
            && char.IsAsciiLetterOrDigit((char)text[3]) && char.IsAsciiLetterOrDigit((char)text[5]);
    }

    /// <summary>The bytes of an element; the segment's end where it is missing.</summary>
    public SourceSpan SpanOf(int element) => element >= _count
        ? new(Span.End, 0)
        : new(Offset + Start(element) - _start, _ends[element] - Start(element));

    /// <summary>Which elements are longer than they may be, each as the bit of its number.</summary>
    /// <param name="longest">How long each may be, from the first, for <see cref="X12Lengths.Elements"/> of them.</param>
    public ulong TooLong(ReadOnlySpan<int> longest)
    {
        // All are compared, so that nothing branches on their number; what stands behind the segment's own ends does not count.
        if (_ends.Length <= X12Lengths.Elements || longest.Length < X12Lengths.Elements)
            throw new ArgumentException("There is no room to compare all elements.");
        ref var ends = ref MemoryMarshal.GetReference(_ends);
        ref var limits = ref MemoryMarshal.GetReference(longest);
        var tooLong = Longer(ref ends, ref limits, 0) | Longer(ref ends, ref limits, 8) << 8 | Longer(ref ends, ref limits, 16) << 16;
        return tooLong << 1 & (1UL << Math.Min(_count, 63)) - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Longer(ref int ends, ref int longest, nuint from)
    {
        var lengths = Vector256.LoadUnsafe(ref ends, from + 1) - Vector256.LoadUnsafe(ref ends, from) - Vector256<int>.One;
        return Vector256.GreaterThan(lengths, Vector256.LoadUnsafe(ref longest, from)).ExtractMostSignificantBits();
    }

    private int Start(int element) => element == 0 ? _start : _ends[element - 1] + 1;

    /// <summary>A component of an element, from 1; empty where it is missing.</summary>
    public ReadOnlySpan<byte> Component(int element, int component) => X12Composite.Component(this[element], Delimiters.Component, component);

    /// <summary>The bytes of a component.</summary>
    public SourceSpan SpanOf(int element, int component)
    {
        var whole = SpanOf(element);
        var (start, length) = X12Composite.Find(this[element], Delimiters.Component, component);
        return new(whole.Offset + start, length);
    }
}
