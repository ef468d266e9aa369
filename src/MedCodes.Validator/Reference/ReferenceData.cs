using System.Collections.Immutable;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Reference;

/// <summary>The imported releases of a data folder, mapped into memory. Immutable and safe to use from several threads.</summary>
/// <remarks>Nothing is read but headers until a look-up touches a page. What is imported or removed later does not show.</remarks>
public sealed class ReferenceData
{
    // An import between reading the catalogue and opening a file makes the catalogue old; that happens rarely more than once.
    private const int Attempts = 10;

    private readonly ImmutableArray<OpenRelease> _open;
    private readonly bool _extrapolate;

    private ReferenceData(ImmutableArray<OpenRelease> open, ImmutableArray<ReleaseDescription> releases, bool extrapolate)
    {
        _open = open;
        _extrapolate = extrapolate;
        Releases = releases;
    }

    /// <summary>No imported releases.</summary>
    public static ReferenceData None { get; } = new([], [], extrapolate: false);

    /// <summary>The releases by table, part and first day.</summary>
    public ImmutableArray<ReleaseDescription> Releases { get; }

    /// <summary>Opens a data folder; one that does not exist or was never imported to holds no releases.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="extrapolate">Whether releases answer for dates beyond what they cover; every witness of such an answer is marked.</param>
    /// <exception cref="InvalidDataException">Something in it is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ReferenceData Open(string folder, bool extrapolate = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var data = new DataFolder(folder);
        for (var attempt = 1; ; attempt++)
        {
            var files = Catalogue.Read(folder).Files;
            try
            {
                var open = files.Select(file => (File: file, Release: ReleaseFile.Open(data.PathOf(file))))
                    .OrderBy(release => release.Release.Header.Table, StringComparer.Ordinal)
                    .ThenBy(release => string.Join(' ', release.Release.Header.Constants), StringComparer.Ordinal)
                    .ThenBy(release => release.Release.Header.From)
                    .ToList();
                return new ReferenceData(
                    [.. open.Select(release => release.Release)],
                    [.. open.Select(release => ReleaseDescription.Of(release.Release.Header, release.File, release.Release.Bytes))],
                    extrapolate);
            }
            catch (FileNotFoundException error) when (attempt == Attempts || Catalogue.Read(folder).Files.SequenceEqual(files))
            {
                throw new InvalidDataException($"the data folder '{folder}' is damaged: a release that its catalogue names is missing", error);
            }
            catch (FileNotFoundException)
            {
                // The catalogue has changed meanwhile; the new one is read.
            }
        }
    }

    /// <summary>Reads all releases of a folder as a whole and compares them with their checksums.</summary>
    /// <returns>For each release's file what is wrong with it; null where nothing is.</returns>
    /// <exception cref="InvalidDataException">The catalogue is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ImmutableArray<KeyValuePair<string, string?>> Verify(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var data = new DataFolder(folder);
        return [.. Catalogue.Read(folder).Files.Select(file => KeyValuePair.Create(file, ProblemOf(data.PathOf(file))))];
    }

    /// <summary>Removes releases from a folder, damaged ones too.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="table">The table.</param>
    /// <param name="release">The release's name; null for all.</param>
    /// <param name="part">A value that its part must have, such as a setting; null for all.</param>
    /// <returns>The files of the releases that are removed.</returns>
    /// <exception cref="InvalidDataException">The catalogue is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be changed; it is as it was.</exception>
    public static ImmutableArray<string> Remove(string folder, string table, string? release, string? part)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(table);
        var files = Catalogue.Read(folder).Files.Where(file => DataFolder.IsNamed(file, table, release, part)).ToImmutableArray();
        if (!files.IsEmpty)
            new DataFolder(folder).Remove(files);
        return files;
    }

    private static string? ProblemOf(string path)
    {
        try
        {
            ReleaseFile.Verify(path);
            return null;
        }
        catch (Exception error) when (error is InvalidDataException or FileNotFoundException)
        {
            return error is FileNotFoundException ? "the file is missing" : error.Message;
        }
    }

    /// <summary>The imported tables besides those of a name already known.</summary>
    /// <exception cref="InvalidDataException">The releases of a table have different keys.</exception>
    internal IEnumerable<Table> Others(Func<string, bool> isKnown) => _open
        .GroupBy(release => release.Header.Table, StringComparer.Ordinal)
        .Where(table => !isKnown(table.Key))
        .Select(table => With(new Table(ImportedDefinition.Of(table.OrderBy(release => release.Header.From).Last().Header), [])));

    /// <summary>A table with the imported releases beside its curated ones.</summary>
    /// <exception cref="InvalidDataException">A release has other keys than the table.</exception>
    internal Table With(Table table)
    {
        var own = _open.Where(release => release.Header.Table == table.Definition.Name)
            .Select(release => new TableRelease(table.Definition, release.Header, release.Store, _extrapolate))
            .ToList();
        return own.Count == 0 ? table : table.Including(own);
    }
}
