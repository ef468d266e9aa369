namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The rows of one kind among which an entry seeks, with the indexes that it asked for. Belongs to one worker.</summary>
/// <param name="unit">Their values.</param>
/// <param name="kind">Their kind.</param>
/// <param name="rows">The rows, in order.</param>
internal sealed class SoughtRows(UnitRows unit, int kind, int[] rows)
{
    private readonly Dictionary<int, RowsByValue> _byValue = [];
    private readonly Dictionary<int, RowsByDay> _byDay = [];

    public ReadOnlySpan<int> All => rows;

    /// <summary>The rows by the value of a column.</summary>
    public RowsByValue ByValue(int column)
    {
        if (!_byValue.TryGetValue(column, out var index))
            _byValue[column] = index = new RowsByValue(unit, kind, rows, column);
        return index;
    }

    /// <summary>The rows by the day in a column.</summary>
    public RowsByDay ByDay(int column)
    {
        if (!_byDay.TryGetValue(column, out var index))
            _byDay[column] = index = new RowsByDay(unit, kind, rows, column);
        return index;
    }
}
