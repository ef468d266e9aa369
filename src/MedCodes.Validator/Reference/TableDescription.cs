using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>A reference table that rules may name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it holds.</param>
/// <param name="Keys">The ways in: each a list of columns.</param>
/// <param name="Names">Those of their columns that hold names, such as program and setting, with the values that are known.</param>
/// <param name="UsedBy">The ids of the rules that ask it.</param>
/// <param name="Curated">The curated releases that stand for it where nothing is imported.</param>
/// <param name="IsSnapshot">Whether each release is the whole table for its period; otherwise rows carry their own dates.</param>
public sealed record TableDescription(
    string Name,
    string Summary,
    ImmutableArray<ImmutableArray<string>> Keys,
    ImmutableArray<TableNames> Names,
    ImmutableArray<string> UsedBy,
    ImmutableArray<CuratedRelease> Curated,
    bool IsSnapshot)
{
    internal static TableDescription Of(Table table, ImmutableArray<string> usedBy)
    {
        var definition = table.Definition;
        var names = definition.Columns
            .Where(column => column.Type == ColumnType.Name && definition.Keys.Any(key => key.Contains(column.Name)))
            .Select(column => new TableNames(
                column.Name,
                [.. table.Releases.SelectMany(release => release.Names[column.Name]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
        return new TableDescription(
            definition.Name,
            definition.Summary,
            definition.Keys,
            [.. names],
            usedBy,
            [.. table.Releases.Where(release => !release.IsImported).Select(release => new CuratedRelease(release.Name, release.RowCount, release.Coverage.From, release.Coverage.Through))],
            definition.Choice == RowChoice.Snapshot);
    }
}

/// <summary>A column of names and its known values.</summary>
public sealed record TableNames(string Column, ImmutableArray<string> Values);

/// <summary>A release that travels with the rules.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="From">The first day that it covers.</param>
/// <param name="Through">The last day that it covers.</param>
public sealed record CuratedRelease(string Name, int Rows, DateOnly From, DateOnly Through);
