using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Numbers in keys that stand for no value of a column: those are odd, or below half of what there is.</summary>
internal static class Words
{
    /// <summary>Stands for no value.</summary>
    public const ulong Missing = 0;

    public const ulong NotRead = ulong.MaxValue - 9;

    public const ulong NotBound = ulong.MaxValue - 11;

    /// <summary>Stands for a row of which no value decides.</summary>
    public const ulong AnyRow = 1;

    // Day numbers between which a distance can be added to or taken from any day.
    private const ulong FirstPlainDay = 400_000;
    private const ulong LastPlainDay = 3_000_000;

    private const ulong FirstFact = 0xF000_0000_0000_0000;

    /// <summary>Whether a number stands for a known value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(ulong word) => word is not Missing and < FirstFact;

    /// <summary>Whether a number stands for a known value, or for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlainOrMissing(ulong word) => word < FirstFact;

    /// <summary>The number of a fact that is no row, by its number among those.</summary>
    public static ulong OfFact(int number) => FirstFact | (ulong)(uint)number << 1;

    /// <summary>Whether a number is that of a day from which all that rules count stays within the calendar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlainDay(ulong word) => word is > FirstPlainDay and < LastPlainDay;

    /// <summary>The number of a day.</summary>
    public static ulong OfDay(DateOnly day) => (ulong)day.DayNumber + 1;

    /// <summary>The day of a number.</summary>
    public static DateOnly DayOf(ulong word) => DateOnly.FromDayNumber((int)word - 1);
}
