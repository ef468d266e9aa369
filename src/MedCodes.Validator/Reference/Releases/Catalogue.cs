using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>
/// The file that says which releases a data folder holds. An import becomes true when the new catalogue takes the place of the old one, in
/// one step and for all its releases; whatever else lies in the folder does not count.
/// </summary>
internal sealed record Catalogue(ImmutableArray<string> Files)
{
    public const string FileName = "catalogue";

    private const string FirstLine = "medcodes data 1";

    public static Catalogue Empty { get; } = new([]);

    /// <summary>Reads the catalogue of a folder; an empty one where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Catalogue Read(string folder)
    {
        string text;
        try
        {
            // On Windows a file that is open cannot be replaced unless whoever reads it allows it.
            using var file = new FileStream(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file, Encoding.UTF8);
            text = reader.ReadToEnd();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Empty;
        }

        var lines = text.Split('\n');
        if (lines.Length < 3 || lines[0] != FirstLine || text != new Catalogue([.. lines[1..^2]]).Text)
            throw new InvalidDataException($"the data folder '{folder}' is damaged: its catalogue is not what was written; remove the folder and import again");
        return new Catalogue([.. lines[1..^2]]);
    }

    /// <summary>Puts this catalogue in the place of the former one.</summary>
    /// <exception cref="IOException">It cannot be written; the former one stays.</exception>
    public void Write(string folder, string temporary)
    {
        using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(Encoding.UTF8.GetBytes(Text));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Path.Combine(folder, FileName), overwrite: true);
    }

    private string Text
    {
        get
        {
            var text = string.Concat(Files.Prepend(FirstLine).Select(line => line + "\n"));
            return text + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "\n";
        }
    }
}
