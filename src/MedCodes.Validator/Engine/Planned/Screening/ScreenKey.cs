using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>The values of a row that decide: the profile with the setting, the day that parameters go by, columns.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="ReadsPolicy">Whether parameters of the profile decide too.</param>
internal sealed record ScreenKey(ImmutableArray<int> Columns, bool ReadsPolicy)
{
    /// <summary>How many values there are.</summary>
    public int Width => Columns.Length + 2;

    /// <summary>The values that groups read together.</summary>
    public static ScreenKey Of(IEnumerable<ScreenGroup> groups) =>
        new([.. groups.SelectMany(group => group.Key.Columns).Distinct().Order()], groups.Any(group => group.Key.ReadsPolicy));

    /// <summary>Reads them.</summary>
    public void Read(ScreenedRow row, Span<ulong> key)
    {
        key[0] = row.Profile;
        key[1] = ReadsPolicy ? row.ServiceDay : 0;
        for (var i = 0; i < Columns.Length; i++)
            key[i + 2] = row[Columns[i]];
    }
}
