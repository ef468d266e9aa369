using System.Collections.Immutable;
using MedCodes.Validator.Reference.Own;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Sorts the files of an import by what they are.</summary>
internal sealed class ImportSorting(ImmutableArray<TableFormat> formats, ImportOptions options)
{
    private readonly Dictionary<Identity, List<ImportPart>> _releases = [];
    private readonly List<(ImportFile File, ImmutableArray<(ImportEntry Entry, Preview Preview)> Entries)> _files = [];
    private readonly List<OwnTableFormat> _own = [];

    /// <summary>The recognised files of each release.</summary>
    public IReadOnlyDictionary<Identity, List<ImportPart>> Releases => _releases;

    /// <summary>Why files cannot be imported.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Files inside of zips that are not imported.</summary>
    public List<string> LeftOut { get; } = [];

    /// <summary>Opens a file and reads the tables that it defines; others are sorted when all are open.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public void Open(string path, List<ImportFile> open) => Guarded(path, () =>
    {
        var file = ImportFile.Open(path);
        open.Add(file);
        var entries = file.Entries.Select(entry => (Entry: entry, Preview: Preview.Of(entry))).ToList();
        foreach (var (entry, _) in entries.Where(one => OwnTable.IsDefinition(one.Preview)))
            _own.Add(Own(entry));
        entries.RemoveAll(one => OwnTable.IsDefinition(one.Preview));
        if (file.Entries.IsEmpty || entries.Count > 0)
            _files.Add((file, [.. entries]));
    });

    /// <summary>Sorts what is in the files that were opened.</summary>
    public void Sort()
    {
        foreach (var (file, entries) in _files)
            Guarded(file.Path, () => Sort(file, entries));
        foreach (var own in _own.Where(own => Refusals.Count == 0 && !_releases.Keys.Any(identity => identity.Format == own)))
            Refusals.Add($"no file has the rows of {own.Words}; expected: a csv or workbook whose first row has {string.Join(", ", own.Columns)}");
    }

    private OwnTableFormat Own(ImportEntry entry)
    {
        var table = OwnTable.Read(entry.Shown, entry.Text());
        return formats.Any(format => format.Tables.Contains(table.Name))
            ? throw new RefusedException($"'{entry.Shown}' defines '{table.Name}', which is the name of a published table; expected: a name of its own")
            : new OwnTableFormat(table);
    }

    private void Guarded(string path, Action action)
    {
        try
        {
            action();
        }
        catch (RefusedException refused)
        {
            Refusals.Add(refused.Message);
        }
        catch (InvalidDataException damaged)
        {
            Refusals.Add($"'{path}' is damaged: {damaged.Message}");
        }
    }

    private void Sort(ImportFile file, ImmutableArray<(ImportEntry Entry, Preview Preview)> entries)
    {
        var recognized = new List<(Identity Identity, ImportPart Part)>();
        foreach (var (entry, preview) in entries)
        {
            // What the user defines counts before what is published.
            if (_own.Concat(formats).FirstOrDefault(format => format.Recognizes(preview)) is { } format)
                recognized.Add((format.Identify(entry, preview, options), new ImportPart(entry, preview)));
            else
                LeftOut.Add(entry.Shown);
        }

        if (recognized.Count == 0)
            throw new RefusedException($"'{file.Path}' is none of the tables that are known ({string.Join("; ", formats.Select(format => format.Words))}); found: {Found(file)}");

        // The same table as text and as a workbook: the text, which is read faster.
        foreach (var same in recognized.GroupBy(one => (one.Identity, Stem(one.Part.Entry))))
        {
            var chosen = same.OrderBy(one => one.Part.Entry.IsSheet).First();
            LeftOut.AddRange(same.Where(one => one != chosen).Select(one => one.Part.Entry.Shown));
            if (!_releases.TryGetValue(chosen.Identity, out var parts))
                _releases.Add(chosen.Identity, parts = []);
            parts.Add(chosen.Part);
        }
    }

    private static string Stem(ImportEntry entry) => entry.Inner is { } inner ? Path.GetFileNameWithoutExtension(inner).ToUpperInvariant() : entry.Path;

    // Never a line of the file: it may be a claim file that was given by mistake.
    private static string Found(ImportFile file) => file.Entries switch
    {
        [] => "an empty zip",
        [{ Inner: null, IsSheet: true }] => "a workbook with other columns",
        [{ Inner: null, Length: 0 }] => "an empty file",
        [{ Inner: null } one] => Found(Preview.Of(one).Lines),
        var all => $"a zip with {string.Join(", ", all.Take(5).Select(entry => entry.Inner))}{(all.Length > 5 ? " and others" : "")}",
    };

    private static string Found(ImmutableArray<string> lines) => lines switch
    {
        [var first, ..] when first.StartsWith("ISA", StringComparison.Ordinal) => "an X12 interchange",
        [] => "no lines",
        _ when lines.Any(line => line.Contains('\0', StringComparison.Ordinal)) => "bytes that are no text",
        _ => "text with other lines",
    };
}
