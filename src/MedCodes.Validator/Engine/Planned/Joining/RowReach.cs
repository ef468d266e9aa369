using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>
/// What an entry's row decides by itself, and the rows of tables that are then found for it, as <see cref="EntryReach"/> tells it of facts:
/// a row that fails there is in no binding.
/// </summary>
/// <param name="Entry">The entry.</param>
/// <param name="Own">The conditions that the row decides.</param>
/// <param name="Behind">The rows of tables that the row alone finds, with the conditions that both decide.</param>
internal sealed record RowReach(RowEntry Entry, ImmutableArray<RowTest> Own, ImmutableArray<(RowEntry Table, ImmutableArray<RowTest> Parts)> Behind)
{
    /// <summary>The rows that a binding may hold, in order.</summary>
    /// <param name="count">How many there are of the kind.</param>
    /// <param name="frame">Takes one after the other.</param>
    public int[] Rows(int count, RowFrame frame)
    {
        var rows = new List<int>();
        for (var row = 0; row < count; row++)
        {
            frame.BindRow(Entry.Plan.Slot, Entry.Kind, row);
            if (HasNoneFalse(Own, frame) && MayFindAll(frame))
                rows.Add(row);
            frame.ReleaseTo(0);
        }

        return [.. rows];
    }

    private static bool HasNoneFalse(ImmutableArray<RowTest> tests, RowFrame frame)
    {
        foreach (var test in tests)
        {
            if (frame.Judge(test).IsFalse)
                return false;
        }

        return true;
    }

    private bool MayFindAll(RowFrame frame)
    {
        foreach (var (table, parts) in Behind)
        {
            if (!MayFind(table, parts, frame))
                return false;
        }

        return true;
    }

    private static bool MayFind(RowEntry table, ImmutableArray<RowTest> parts, RowFrame frame)
    {
        foreach (var found in frame.Find(table))
        {
            var before = frame.Count;
            frame.BindFact(table.Plan.Slot, found);
            var may = HasNoneFalse(parts, frame);
            frame.ReleaseTo(before);
            if (may)
                return true;
        }

        return false;
    }
}
