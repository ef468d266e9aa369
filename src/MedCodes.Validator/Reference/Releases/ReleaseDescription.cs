using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>A release in a data folder.</summary>
/// <param name="Table">The table.</param>
/// <param name="Release">The release's name, such as 2024Q3.</param>
/// <param name="Part">What it is a part of the table for, such as medicare and practitioner; empty for all of it.</param>
/// <param name="Source">What was imported, in words.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="Through">The last day of its period.</param>
/// <param name="CoversFrom">The first day that it can answer for.</param>
/// <param name="CoversThrough">The last day that it can answer for.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="BadRows">How many malformed rows of the source were left out.</param>
/// <param name="Bytes">Its size on disk.</param>
/// <param name="File">The name of its file.</param>
public sealed record ReleaseDescription(
    string Table,
    string Release,
    ImmutableArray<string> Part,
    string Source,
    DateOnly From,
    DateOnly Through,
    DateOnly CoversFrom,
    DateOnly CoversThrough,
    int Rows,
    int BadRows,
    long Bytes,
    string File)
{
    internal static ReleaseDescription Of(ReleaseHeader header, string file, long bytes) => new(
        header.Table,
        header.Release,
        [.. header.Constants.Select(constant => constant.Value)],
        header.Source,
        header.From,
        header.Through,
        header.CoversFrom,
        header.CoversThrough,
        header.Rows,
        header.BadRows,
        bytes,
        file);
}
