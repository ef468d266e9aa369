using System.Collections.Immutable;
using System.IO.Compression;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>A file that the user gave, open for an import: the files inside it, of any depth of zips.</summary>
internal sealed class ImportFile : IDisposable
{
    // The published files unpack to a tenth of this; a small file that unpacks to more is not one of them.
    private const long MostBytes = 4L << 30;
    private const int DeepestZip = 3;

    private readonly List<IDisposable> _open = [];

    private ImportFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>The files in it.</summary>
    public ImmutableArray<ImportEntry> Entries { get; private set; }

    /// <exception cref="RefusedException">It is a zip that cannot be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static ImportFile Open(string path)
    {
        var file = new ImportFile(path);
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            file._open.Add(stream);
            file.Entries = IsZip(stream)
                ? [.. file.Unpack(stream, null, 1)]
                : [new ImportEntry(path, null, false, stream.Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read))];
            return file;
        }
        catch (InvalidDataException error)
        {
            file.Dispose();
            throw new RefusedException($"'{path}' is a damaged zip: {error.Message}");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(_open))
            one.Dispose();
    }

    private IEnumerable<ImportEntry> Unpack(Stream zip, string? inner, int depth)
    {
        var archive = new ZipArchive(zip, ZipArchiveMode.Read);
        _open.Add(archive);
        if (archive.Entries.Any(entry => entry.FullName == "xl/workbook.xml"))
            return [new ImportEntry(Path, inner, true, zip.Length, () => Copy(zip))];
        return [.. archive.Entries.Where(entry => entry.Length > 0).SelectMany(entry => EntriesOf(entry, inner is null ? entry.FullName : $"{inner}: {entry.FullName}", depth))];
    }

    private IEnumerable<ImportEntry> EntriesOf(ZipArchiveEntry entry, string name, int depth)
    {
        if (entry.Length > MostBytes)
            throw new InvalidDataException($"'{name}' unpacks to {entry.Length} bytes");
        var start = new byte[4];
        using (var stream = entry.Open())
            _ = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!IsZip(start))
            return [new ImportEntry(Path, name, false, entry.Length, () => new Checksum(entry))];
        if (depth == DeepestZip)
            return [];
        using var packed = new Checksum(entry);
        return Unpack(Copied(packed), name, depth + 1);
    }

    // A workbook is read more than once, and at places of the reader's choice.
    private static MemoryStream Copy(Stream stream)
    {
        stream.Position = 0;
        return Copied(stream);
    }

    private static MemoryStream Copied(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static bool IsZip(FileStream stream)
    {
        var start = new byte[4];
        _ = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return IsZip(start);
    }

    private static bool IsZip(ReadOnlySpan<byte> start) => start.SequenceEqual("PK\x03\x04"u8);
}
