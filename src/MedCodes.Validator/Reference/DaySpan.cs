namespace MedCodes.Validator.Reference;

/// <summary>Days on which something is the same.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    /// <summary>All days.</summary>
    public static DaySpan Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The days that two spans have in common.</summary>
    public DaySpan And(DaySpan other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>The part that holds a day, where something else begins on another.</summary>
    /// <param name="day">The day.</param>
    /// <param name="turn">The other.</param>
    public DaySpan CutAt(DateOnly turn, DateOnly day) => turn <= day
        ? And(new DaySpan(turn, DateOnly.MaxValue))
        : And(new DaySpan(DateOnly.MinValue, turn.AddDays(-1)));

    /// <summary>The part that holds a day, where something else begins after another.</summary>
    /// <param name="day">The day.</param>
    /// <param name="last">The other.</param>
    public DaySpan CutAfter(DateOnly last, DateOnly day) => last == DateOnly.MaxValue ? this : CutAt(last.AddDays(1), day);
}
