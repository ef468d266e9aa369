using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A fact that is no row, such as a row of a table or a total, with what was found out about it. Belongs to one worker.</summary>
/// <param name="fact">The fact.</param>
/// <param name="word">What stands for it in keys.</param>
/// <param name="known">Whether it is known: true, or the reason why it is not.</param>
/// <param name="tests">How many tests such facts alone decide.</param>
/// <param name="total">What adds it up; null where it is no total.</param>
internal sealed class KnownFact(Fact fact, ulong word, RowVerdict known, int tests, TotalPlan? total)
{
    private byte[]? _tests;

    public Fact Fact => fact;

    public ulong Word => word;

    public RowVerdict Known => known;

    /// <summary>What adds it up, with its members, which totals that come out alike do not share; null where it is no total.</summary>
    public TotalPlan? Total => total;

    /// <summary>How the tests came out that the fact alone decides, by their numbers; 0 while that is not known.</summary>
    public byte[] Tests => _tests ??= new byte[tests];
}
