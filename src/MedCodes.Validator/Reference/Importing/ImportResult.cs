using System.Collections.Immutable;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>How an import ended: with releases, or with refusals and nothing changed.</summary>
/// <param name="Releases">What was imported; empty where anything was refused.</param>
/// <param name="Refusals">Why files were refused: what was expected and what was found.</param>
/// <param name="Problems">Malformed rows that were left out, the first twenty of each release.</param>
/// <param name="LeftOut">Files inside of zips that are no tables, or the same table in another form.</param>
public sealed record ImportResult(
    ImmutableArray<ReleaseDescription> Releases,
    ImmutableArray<string> Refusals,
    ImmutableArray<ImportProblem> Problems,
    ImmutableArray<string> LeftOut);

/// <summary>A malformed row that was left out of a release.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line that the row begins in, from 1; in a spreadsheet the row.</param>
/// <param name="Message">What is wrong with it.</param>
public sealed record ImportProblem(string File, int Line, string Message);

/// <summary>How far an import has come.</summary>
/// <param name="File">The file that is being read.</param>
/// <param name="Done">The bytes read of all files, unpacked.</param>
/// <param name="Total">The bytes of all files, unpacked.</param>
public readonly record struct ImportProgress(string File, long Done, long Total);

/// <summary>What the names of files do not always tell.</summary>
public sealed record ImportOptions
{
    /// <summary>The release, such as 2024Q3, of files whose names and contents do not say it. Default: none.</summary>
    public string? Release { get; init; }

    /// <summary>The setting (practitioner, hospital) of pairs in files whose names do not say it. Default: none.</summary>
    public string? Setting { get; init; }
}
