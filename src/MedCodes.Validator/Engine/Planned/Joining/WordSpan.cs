using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The days on which something that was found out holds, as numbers.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
internal readonly record struct WordSpan(ulong First, ulong Last)
{
    /// <summary>All days, and what stands for none.</summary>
    public static WordSpan Always { get; } = new(0, ulong.MaxValue);

    /// <summary>The days on which tables and dated code sets hold what they hold on one of them; what is no day only leads to what it led to.</summary>
    /// <param name="day">The number of the day.</param>
    /// <param name="alike">The days around it.</param>
    public static WordSpan Of(ulong day, DaySpan alike) => Words.IsPlainDay(day) ? new(Words.OfDay(alike.First), Words.OfDay(alike.Last)) : new(day, day);

    public bool Holds(ulong day) => First <= day && day <= Last;

    /// <summary>The days that two spans have in common.</summary>
    public WordSpan And(WordSpan other) => new(Math.Max(First, other.First), Math.Min(Last, other.Last));
}
