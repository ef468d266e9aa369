namespace MedCodes.Validator.Reporting;

/// <summary>The elements of a segment, its name the one at 0.</summary>
internal readonly ref struct SegmentElements
{
    private readonly ReadOnlySpan<byte> _segment;

    // Behind the last one stands where another would begin.
    private readonly ReadOnlySpan<int> _starts;

    private SegmentElements(ReadOnlySpan<byte> segment, ReadOnlySpan<int> starts)
    {
        _segment = segment;
        _starts = starts;
    }

    public int Count => _starts.Length - 1;

    /// <summary>Where an element begins and ends.</summary>
    public (int Start, int End) this[int position] => (_starts[position], _starts[position + 1] - 1);

    /// <summary>Cuts a segment.</summary>
    /// <param name="segment">The segment without its terminator.</param>
    /// <param name="separator">What stands between elements.</param>
    /// <param name="room">As many places as are to be remembered, or fewer.</param>
    public static SegmentElements Of(ReadOnlySpan<byte> segment, byte separator, Span<int> room)
    {
        var count = segment.Count(separator) + 1;
        var starts = count < room.Length ? room[..(count + 1)] : new int[count + 1];
        starts[0] = 0;
        for (var i = 1; i < count; i++)
            starts[i] = starts[i - 1] + segment[starts[i - 1]..].IndexOf(separator) + 1;
        starts[count] = segment.Length + 1;
        return new SegmentElements(segment, starts);
    }

    /// <summary>An element; empty where the segment has none at that position.</summary>
    public ReadOnlySpan<byte> Text(int position) => position < Count ? _segment[_starts[position]..(_starts[position + 1] - 1)] : [];
}
