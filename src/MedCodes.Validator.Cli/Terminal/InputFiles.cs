using MedCodes.Validator.Reading;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// The files that the paths of a command line lead to: directories with all that is in them, "-" for standard input. What can be read only
/// once or is compressed is kept aside until this object is disposed of.
/// </summary>
internal sealed class InputFiles : IDisposable
{
    /// <summary>The name under which standard input appears in reports.</summary>
    public const string StandardInput = "<stdin>";

    private readonly List<SpooledInput> _inputs = [];

    private InputFiles()
    {
    }

    /// <summary>The files, in the order given, those of a directory in ordinal order, each once.</summary>
    public IReadOnlyList<SourceFile> Files => [.. _inputs.Select(input => input.File)];

    /// <summary>Opens the files.</summary>
    /// <param name="paths">The paths as given.</param>
    /// <param name="standardInput">What "-" stands for.</param>
    /// <param name="command">The command, for the hint where no path was given.</param>
    /// <exception cref="FailureException">A path cannot be read, or there is no file at all; the message names all such paths.</exception>
    public static InputFiles Open(IReadOnlyList<string> paths, Stream standardInput, string command)
    {
        var opened = new InputFiles();
        var (seen, problems) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        foreach (var path in paths)
        {
            var at = path;
            try
            {
                foreach (var file in FilesAt(path))
                {
                    at = file;
                    if (seen.Add(file == "-" ? file : Path.GetFullPath(file)))
                        opened._inputs.Add(file == "-" ? SpooledInput.FromStream(standardInput, StandardInput) : Open(file));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                problems.Add($"cannot read '{at}': {Reason(error)}");
            }
        }

        if (problems.Count == 0 && opened._inputs.Count > 0)
            return opened;
        opened.Dispose();
        if (problems.Count > 0)
            throw new FailureException(string.Join('\n', problems));
        throw new FailureException(paths.Count == 0 ? $"no files given; see medcodes {command} --help" : "no files found");
    }

    /// <summary>Removes what was kept aside.</summary>
    public void Dispose()
    {
        foreach (var input in _inputs)
            input.Dispose();
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

    private static SpooledInput Open(string path)
    {
        // A pipe can be read only once and has no length.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.CanSeek ? SpooledInput.Open(path) : SpooledInput.FromStream(stream, path);
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "permission denied",
        _ => error.Message,
    };
}
