using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>A segment while it is in the reader's buffer.</summary>
internal readonly ref struct X12Segment
{
    private readonly ReadOnlySpan<byte> _bytes;

    // Where each element ends, the id first, counted from as far before the segment's first byte as the base says.
    private readonly ReadOnlySpan<int> _ends;
    private readonly int _base;

    public X12Segment(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, int endsBase, long offset, X12Delimiters delimiters)
    {
        _bytes = bytes;
        _ends = ends;
        _base = endsBase;
        Offset = offset;
        Delimiters = delimiters;
        Id = X12Id.Of(bytes[..(ends[0] - endsBase)]);
    }

    /// <summary>The same segment, its components cut by another byte.</summary>
    public X12Segment CutBy(byte component) => new(_bytes, _ends, _base, Offset, Delimiters with { Component = component });

    /// <summary>The id as a number; 0 where it is none.</summary>
    public uint Id { get; }

    /// <summary>The offset of its first byte in the file.</summary>
    public long Offset { get; }

    public X12Delimiters Delimiters { get; }

    /// <summary>The number of elements behind the id.</summary>
    public int Count => _ends.Length - 1;

    /// <summary>Its bytes, without the terminator.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Where its bytes stand in the file.</summary>
    public SourceSpan Span => new(Offset, _bytes.Length);

    /// <summary>An element, the id being 0; empty where it is missing.</summary>
    public ReadOnlySpan<byte> this[int element] =>
        (uint)element >= (uint)_ends.Length ? default : _bytes[Start(element)..(_ends[element] - _base)];

    /// <summary>The bytes of an element; the segment's end where it is missing.</summary>
    public SourceSpan SpanOf(int element) =>
        element >= _ends.Length
            ? new(Offset + _bytes.Length, 0)
            : new(Offset + Start(element), _ends[element] - _base - Start(element));

    /// <summary>Which elements are longer than they may be, each as the bit of its number.</summary>
    /// <param name="longest">How long each may be, from the first; 0 where it does not matter.</param>
    public ulong TooLong(ReadOnlySpan<byte> longest)
    {
        var tooLong = 0UL;
        for (var element = 1; element <= longest.Length && element < _ends.Length; element++)
        {
            var length = _ends[element] - _ends[element - 1] - 1;
            if (length > longest[element - 1] && longest[element - 1] != 0)
                tooLong |= 1UL << element;
        }

        return tooLong;
    }

    private int Start(int element) => element == 0 ? 0 : _ends[element - 1] - _base + 1;

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
