using System.Numerics;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of one kind by the day in a column. Belongs to one worker.</summary>
internal sealed class RowsByDay
{
    // The day above, the row below; no day for what is none, or not known.
    private readonly long[] _rows;
    private readonly ulong[] _marks;

    /// <summary>Indexes rows.</summary>
    /// <param name="unit">Their values.</param>
    /// <param name="kind">Their kind.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="column">The column with the day.</param>
    public RowsByDay(UnitRows unit, int kind, ReadOnlySpan<int> rows, int column)
    {
        _rows = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            _rows[i] = (unit.Value(kind, rows[i], column) is var word && Words.IsPlain(word) ? (long)word << 32 : 0) | (uint)rows[i];
        Array.Sort(_rows);
        _marks = new ulong[rows.IsEmpty ? 0 : (rows[^1] >> 6) + 1];
    }

    /// <summary>How many rows there are that are not known to lie on another day.</summary>
    public int CountWithin(DateOnly from, DateOnly through) => CountOfUnclear + Within(from, through).Length;

    /// <summary>Adds the rows that are not known to lie on another day, in order.</summary>
    public void AddWithin(DateOnly from, DateOnly through, List<int> rows)
    {
        var (first, last) = (_marks.Length, -1);
        foreach (var row in _rows.AsSpan(0, CountOfUnclear))
            Mark(row);
        foreach (var row in Within(from, through))
            Mark(row & uint.MaxValue);

        // To mark them and go through the marks costs less than to sort them.
        for (var word = first; word <= last; word++)
        {
            for (var marks = _marks[word]; marks != 0; marks &= marks - 1)
                rows.Add(word << 6 | BitOperations.TrailingZeroCount(marks));
            _marks[word] = 0;
        }

        void Mark(long row)
        {
            var word = (int)(row >> 6);
            _marks[word] |= 1UL << (int)(row & 63);
            (first, last) = (Math.Min(first, word), Math.Max(last, word));
        }
    }

    private int CountOfUnclear => CountBefore(1L << 32);

    private ReadOnlySpan<long> Within(DateOnly from, DateOnly through)
    {
        var first = CountBefore((long)Words.OfDay(from) << 32);
        return _rows.AsSpan(first, Math.Max(0, CountBefore((long)(Words.OfDay(through) + 1) << 32) - first));
    }

    private int CountBefore(long bound)
    {
        var place = _rows.AsSpan().BinarySearch(bound);
        return place < 0 ? ~place : place;
    }
}
