using System.Text;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>A file to import: one on its own, or one inside a zip.</summary>
/// <param name="Path">The file as the user gave it.</param>
/// <param name="Inner">Its name inside the zip; null where it stands on its own.</param>
/// <param name="IsSheet">Whether it is a workbook (xlsx).</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Open">Opens it; each call from the start.</param>
internal sealed record ImportEntry(string Path, string? Inner, bool IsSheet, long Length, Func<Stream> Open)
{
    private const int LongestText = 1 << 20;

    /// <summary>Its name, for messages.</summary>
    public string Shown => Inner is null ? Path : $"{Path}: {Inner}";

    /// <summary>The names that may tell what it is, its own first.</summary>
    public IEnumerable<string> Names => Inner is null ? [System.IO.Path.GetFileName(Path)] : [Inner, System.IO.Path.GetFileName(Path)];

    /// <summary>Its whole text; of one that is longer than a definition can be the beginning.</summary>
    /// <exception cref="InvalidDataException">The zip that it is in is damaged.</exception>
    public string Text()
    {
        using var stream = Open();
        var bytes = new byte[LongestText];
        return Encoding.UTF8.GetString(bytes, 0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    public RecordReader Lines() => IsSheet ? new SheetRecords(Open()) : new LineRecords(Open(), tabs: false);

    public RecordReader Tabs() => IsSheet ? new SheetRecords(Open()) : new LineRecords(Open(), tabs: true);

    /// <param name="longest">The most bytes that a record may have.</param>
    public RecordReader Csv(int longest = LineReader.Usual) => IsSheet ? new SheetRecords(Open()) : new CsvRecords(Open(), longest);
}
