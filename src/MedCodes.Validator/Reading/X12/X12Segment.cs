using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>A segment while it is in the reader's buffer.</summary>
internal readonly ref struct X12Segment
{
    private readonly ReadOnlySpan<byte> _bytes;

    // Where each element ends, the id first, counted from the segment's first byte.
    private readonly ReadOnlySpan<int> _ends;

    public X12Segment(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, long offset, X12Delimiters delimiters)
    {
        _bytes = bytes;
        _ends = ends;
        Offset = offset;
        Delimiters = delimiters;
        Id = X12Id.Of(bytes[..ends[0]]);
    }

    /// <summary>The same segment, its components cut by another byte.</summary>
    public X12Segment CutBy(byte component) => new(_bytes, _ends, Offset, Delimiters with { Component = component });

    /// <summary>The id as a number; 0 where it is none.</summary>
    public uint Id { get; }

    /// <summary>The offset of its first byte in the file.</summary>
    public long Offset { get; }

    public X12Delimiters Delimiters { get; }

    /// <summary>The number of elements behind the id.</summary>
    public int Count => _ends.Length - 1;

    /// <summary>Its bytes in the file, without the terminator.</summary>
    public SourceSpan Span => new(Offset, _bytes.Length);

    /// <summary>An element, the id being 0; empty where it is missing.</summary>
    public ReadOnlySpan<byte> this[int element] =>
        element >= _ends.Length ? default : element == 0 ? _bytes[.._ends[0]] : _bytes[(_ends[element - 1] + 1).._ends[element]];

    /// <summary>The bytes of an element; the segment's end where it is missing.</summary>
    public SourceSpan SpanOf(int element) =>
        element >= _ends.Length ? new(Offset + _bytes.Length, 0)
        : element == 0 ? new(Offset, _ends[0])
        : new(Offset + _ends[element - 1] + 1, _ends[element] - _ends[element - 1] - 1);

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
