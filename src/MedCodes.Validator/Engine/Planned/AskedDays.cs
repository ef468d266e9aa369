using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The days that an entry asks for, beside those of the facts that it could take.</summary>
/// <param name="days">The day of each fact by its place, as <see cref="NumberOf"/> gives it.</param>
/// <param name="window">The days that are asked for.</param>
internal readonly struct AskedDays(int[] days, DayWindow window)
{
    private const int Unknown = -1;

    private readonly int _from = window.From.DayNumber;
    private readonly int _through = window.Through.DayNumber;

    /// <summary>The day of a fact as a number; below zero where it is not known.</summary>
    public static int NumberOf(Fact fact) => fact.Kind.Find("date") is { } date && fact[date] is Value.Date { Day: var day } ? day.DayNumber : Unknown;

    /// <summary>Whether a fact is known to lie on another day.</summary>
    public bool LeaveOut(int place) => days[place] is not Unknown and var day && (day < _from || day > _through);
}
