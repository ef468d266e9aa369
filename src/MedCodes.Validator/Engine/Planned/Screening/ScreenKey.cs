using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>The values of a row that decide: what applies to its claim, and columns.</summary>
/// <param name="Columns">The columns.</param>
internal sealed record ScreenKey(ImmutableArray<int> Columns)
{
    /// <summary>Stands for the column of what applies to the claim, which is in every key; -1 is that of what no column tells.</summary>
    public const int Policy = -2;

    /// <summary>How many values there are.</summary>
    public int Width => Columns.Length + 1;

    /// <summary>The values that groups read together.</summary>
    public static ScreenKey Of(IEnumerable<ScreenGroup> groups) =>
        new([.. groups.SelectMany(group => group.Key.Columns).Distinct().Order()]);

    /// <summary>Reads them.</summary>
    public void Read(ScreenedRow row, Span<ulong> key)
    {
        key[0] = row.Policy;
        for (var i = 0; i < Columns.Length; i++)
            key[i + 1] = row[Columns[i]];
    }
}
