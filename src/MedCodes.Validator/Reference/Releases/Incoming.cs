using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>Where an import that runs writes its releases; gone when it ends, whatever happened.</summary>
internal sealed class Incoming : IDisposable
{
    private readonly FileStream _alive;

    public Incoming(string path, string lockName)
    {
        Path = path;
        Directory.CreateDirectory(path);

        // Locked as long as this process lives: so another one can tell that the folder is in use.
        _alive = new FileStream(System.IO.Path.Combine(path, lockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    /// <summary>The files of the releases that were written.</summary>
    public ImmutableArray<string> Files { get; private set; } = [];

    public string PathOf(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Writes a release.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public ReleaseDescription Add(BuiltRelease release)
    {
        var temporary = PathOf("release");
        var hash = ReleaseFile.Write(temporary, release.Header, release.Sections);
        var name = DataFolder.FileNameOf(release.Header, hash);
        File.Move(temporary, PathOf(name), overwrite: true);
        Files = Files.Contains(name) ? Files : Files.Add(name);
        return ReleaseDescription.Of(release.Header, name, new FileInfo(PathOf(name)).Length);
    }

    public void Dispose()
    {
        _alive.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next import clears it away.
        }
    }

    /// <summary>Deletes the folder of an import that died.</summary>
    /// <exception cref="IOException">The import is alive, or the folder cannot be deleted.</exception>
    public static void DeleteIfDead(string folder, string lockName)
    {
        using (new FileStream(System.IO.Path.Combine(folder, lockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            // It could be locked, so nobody else holds it.
        }

        Directory.Delete(folder, recursive: true);
    }
}
