using System.Runtime.InteropServices;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of one kind by the value of a column, each list in order. Belongs to one worker.</summary>
internal sealed class RowsByValue
{
    private readonly Dictionary<ulong, (int First, int Count)> _groups = [];
    private readonly int[] _rows;
    private readonly int _unclear;

    /// <summary>Indexes rows.</summary>
    /// <param name="unit">Their values.</param>
    /// <param name="kind">Their kind.</param>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="column">The column.</param>
    public RowsByValue(UnitRows unit, int kind, ReadOnlySpan<int> rows, int column)
    {
        _rows = new int[rows.Length];
        foreach (var row in rows)
        {
            var word = unit.Value(kind, row, column);
            if (!Words.IsPlain(word))
                _rows[_unclear++] = row;
            else
                CollectionsMarshal.GetValueRefOrAddDefault(_groups, word, out _).Count++;
        }

        var next = _unclear;
        foreach (var word in _groups.Keys)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrNullRef(_groups, word);
            (group, next) = ((next, 0), next + group.Count);
        }

        foreach (var row in rows)
        {
            var word = unit.Value(kind, row, column);
            if (!Words.IsPlain(word))
                continue;
            ref var group = ref CollectionsMarshal.GetValueRefOrNullRef(_groups, word);
            _rows[group.First + group.Count++] = row;
        }
    }

    /// <summary>The rows of which the value is not known, or that have none.</summary>
    public ReadOnlySpan<int> Unclear => _rows.AsSpan(0, _unclear);

    /// <summary>The rows that have a value.</summary>
    public ReadOnlySpan<int> With(ulong word) => _groups.TryGetValue(word, out var group) ? _rows.AsSpan(group.First, group.Count) : [];
}
