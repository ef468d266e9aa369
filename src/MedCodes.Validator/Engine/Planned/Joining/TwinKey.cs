using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>What two rows of one kind must have in common to be twins.</summary>
/// <param name="Columns">The columns with equal values.</param>
/// <param name="InClaim">Whether they stand in one claim.</param>
/// <param name="InLine">Whether they stand in one line.</param>
internal sealed record TwinKey(ImmutableArray<int> Columns, bool InClaim, bool InLine)
{
    // Beyond, comparing all with all costs more than is saved.
    private const int MostRows = 24;

    /// <summary>Whether it asks for the same.</summary>
    public bool IsSame(TwinKey other) => InClaim == other.InClaim && InLine == other.InLine && Columns.SequenceEqual(other.Columns);

    /// <summary>Whether two rows may be twins. False only where each is known to have something that the others have not.</summary>
    public bool MayHold(UnitRows unit, int kind)
    {
        var (_, count) = unit.RowsIn(kind, -1);
        if (count > MostRows)
            return true;
        for (var one = 0; one < count; one++)
        {
            for (var other = one + 1; other < count; other++)
            {
                if (MayBe(unit, kind, one, other))
                    return true;
            }
        }

        return false;
    }

    private bool MayBe(UnitRows unit, int kind, int one, int other)
    {
        if ((InClaim || InLine) && unit.ClaimOf(kind, one) != unit.ClaimOf(kind, other))
            return false;
        if (InLine && unit.LineOf(kind, one) != unit.LineOf(kind, other))
            return false;
        foreach (var column in Columns)
        {
            var (own, others) = (unit.Value(kind, one, column), unit.Value(kind, other, column));
            if (own != others && Words.IsPlain(own) && Words.IsPlain(others))
                return false;
        }

        return true;
    }
}
