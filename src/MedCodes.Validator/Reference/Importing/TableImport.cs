using System.Collections.Immutable;
using MedCodes.Validator.Reference.Coverages;
using MedCodes.Validator.Reference.FeeSchedule;
using MedCodes.Validator.Reference.Hcpcs;
using MedCodes.Validator.Reference.Icd10;
using MedCodes.Validator.Reference.Lists;
using MedCodes.Validator.Reference.Ncci;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>
/// Imports published tables into a data folder, as they were downloaded. All files become releases, or nothing changes: neither a bad
/// file nor a full disk nor the end of the process at any moment leaves a part of an import behind.
/// </summary>
public static class TableImport
{
    private static readonly ImmutableArray<TableFormat> Formats =
    [
        new PairFormat(), new UnitLimitFormat(), new AddOnFormat(), new FeeScheduleFormat(), new OrderFileFormat(), new HcpcsFormat(),
        new ArticleFormat(), new PlaceFormat(), new ModifierFormat(),
    ];

    /// <summary>The forms of tables that are recognised, in words.</summary>
    public static ImmutableArray<string> KnownFormats => [.. Formats.Select(format => format.Words), "a table of your own with its definition (yaml)"];

    /// <summary>Imports files: zips as published, or what is in them. What they are is told by their contents.</summary>
    /// <param name="folder">The data folder; it is made where it does not exist.</param>
    /// <param name="files">The files of one or more releases; all parts of a release together.</param>
    /// <param name="options">What names and contents of the files do not say.</param>
    /// <param name="progress">Told how far the import has come; may be null.</param>
    /// <param name="cancellation">Ends the import; nothing has changed then.</param>
    /// <returns>The releases, or why files were refused. Bad data is never an exception.</returns>
    /// <exception cref="ArgumentException">No files are given.</exception>
    /// <exception cref="IOException">A file cannot be read or the folder not be written; nothing has changed.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    /// <exception cref="InvalidDataException">The data folder is damaged.</exception>
    /// <exception cref="OperationCanceledException">The import was cancelled.</exception>
    public static ImportResult Import(
        string folder,
        IReadOnlyList<string> files,
        ImportOptions options,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        if (files.Count == 0)
            throw new ArgumentException("no files are given", nameof(files));

        var open = new List<ImportFile>();
        try
        {
            var sorted = new ImportSorting(Formats, options);
            foreach (var path in files.Distinct(StringComparer.Ordinal))
                sorted.Open(path, open);
            sorted.Sort();
            if (sorted.Refusals.Count > 0)
                return new ImportResult([], [.. sorted.Refusals], [], []);
            return Import(new DataFolder(folder), sorted, progress, cancellation);
        }
        finally
        {
            foreach (var file in open)
                file.Dispose();
        }
    }

    private static ImportResult Import(DataFolder folder, ImportSorting sorted, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var refusals = new List<string>();
        var problems = new List<ImportProblem>();
        var releases = new List<ReleaseDescription>();
        var run = new ImportRun(progress, sorted.Releases.Values.Sum(parts => parts.Sum(part => part.Entry.Length)), cancellation);
        using var incoming = folder.Begin();
        foreach (var (identity, parts) in sorted.Releases)
        {
            try
            {
                var read = identity.Format.Read(identity, [.. parts], run);
                foreach (var release in read.Releases)
                {
                    cancellation.ThrowIfCancellationRequested();
                    releases.Add(incoming.Add(release));
                }

                problems.AddRange(read.Problems);
            }
            catch (RefusedException refused)
            {
                refusals.Add(refused.Message);
            }
        }

        if (refusals.Count > 0)
            return new ImportResult([], [.. refusals], [], []);
        folder.Commit(incoming);
        return new ImportResult([.. releases], [], [.. problems], [.. sorted.LeftOut]);
    }
}
