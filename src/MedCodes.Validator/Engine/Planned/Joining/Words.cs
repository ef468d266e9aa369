namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Numbers in keys that stand for no value of a column: those are odd, or below half of what there is.</summary>
internal static class Words
{
    public const ulong NotRead = ulong.MaxValue - 9;

    public const ulong NotBound = ulong.MaxValue - 11;

    /// <summary>Stands for a row of which no value decides.</summary>
    public const ulong AnyRow = 1;

    private const ulong FirstFact = 0xF000_0000_0000_0000;

    /// <summary>Whether a number stands for a known value.</summary>
    public static bool IsPlain(ulong word) => word is not 0 and < FirstFact;

    /// <summary>The number of a fact that is no row, by its number among those.</summary>
    public static ulong OfFact(int number) => FirstFact | (ulong)(uint)number << 1;
}
