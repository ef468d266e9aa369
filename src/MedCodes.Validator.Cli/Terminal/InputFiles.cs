using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Turns the paths of a command line into files: directories with all that is in them, "-" into standard input.</summary>
internal static class InputFiles
{
    /// <summary>The name under which standard input appears in reports.</summary>
    public const string StandardInput = "<stdin>";

    /// <summary>The files, in the order given, those of a directory in ordinal order, each once.</summary>
    /// <exception cref="FailureException">A path cannot be read, or there is no file at all; the message names all such paths.</exception>
    public static IReadOnlyList<SourceFile> Open(IReadOnlyList<string> paths, Stream standardInput)
    {
        var (files, seen, problems) = (new List<SourceFile>(), new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var path in paths)
        {
            var at = path;
            try
            {
                foreach (var file in FilesAt(path))
                {
                    at = file;
                    if (seen.Add(file == "-" ? file : Path.GetFullPath(file)))
                        files.Add(file == "-" ? Read(StandardInput, standardInput) : Open(file));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add($"cannot read '{at}': {Reason(error)}");
            }
        }

        if (problems.Count > 0)
            throw new FailureException(string.Join('\n', problems));
        if (files.Count == 0)
            throw new FailureException(paths.Count == 0 ? "no files given; see medcodes check --help" : "no files found");
        return files;
    }

    private static IEnumerable<string> FilesAt(string path) =>
        path != "-" && Directory.Exists(path) ? FilesIn(new DirectoryInfo(path), path) : [path];

    private static IEnumerable<string> FilesIn(DirectoryInfo directory, string shown)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            // What starts with a dot belongs to tools; a linked directory could lead in a circle.
            if (entry.Name.StartsWith('.'))
                continue;
            var path = Path.Join(shown, entry.Name);
            if (entry is not DirectoryInfo inner)
            {
                yield return path;
            }
            else if (inner.LinkTarget is null)
            {
                foreach (var file in FilesIn(inner, path))
                    yield return file;
            }
        }
    }

    private static SourceFile Open(string path)
    {
        // A pipe can be read only once and has no length.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.CanSeek ? SourceFile.OnDisk(path) : Read(path, stream);
    }

    private static SourceFile Read(string shown, Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return SourceFile.FromBytes(shown, bytes.ToArray());
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "permission denied",
        _ => error.Message,
    };
}
