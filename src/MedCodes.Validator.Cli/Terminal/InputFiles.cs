using System.Text;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Turns the paths of a command line into files: directories with all that is in them, patterns, "-" into standard input.</summary>
internal sealed class InputFiles
{
    /// <summary>The name under which standard input appears in reports.</summary>
    public const string StandardInput = "<stdin>";

    private readonly InputRequest _request;
    private readonly Func<string, bool> _excluded;
    private readonly IgnoreFiles _ignored = new();
    private readonly List<string> _problems = [];

    private InputFiles(InputRequest request, Func<string, bool> excluded) => (_request, _excluded) = (request, excluded);

    /// <summary>The files, in the order given, those of a directory in ordinal order, each once.</summary>
    /// <param name="request">Which files.</param>
    /// <param name="standardInput">Standard input.</param>
    /// <param name="excluded">Whether the configuration leaves a path out.</param>
    /// <exception cref="FailureException">A path cannot be read, or there is no file at all; the message names all such paths.</exception>
    public static IReadOnlyList<SourceFile> Open(InputRequest request, Stream standardInput, Func<string, bool> excluded) =>
        new InputFiles(request, excluded).Open(standardInput);

    private List<SourceFile> Open(Stream standardInput)
    {
        var (files, seen) = (new List<SourceFile>(), new HashSet<string>(StringComparer.Ordinal));
        var paths = _request.Paths.Select(path => new Named(path, $"'{path}'")).Concat(Listed(standardInput)).ToList();
        foreach (var path in paths)
        {
            var at = path.Shown;
            try
            {
                foreach (var file in FilesAt(path))
                {
                    at = file == path.Path ? path.Shown : $"'{file}'";
                    if (seen.Add(file == "-" ? file : Path.GetFullPath(file)))
                        files.Add(file == "-" ? Read(_request.StandardInputName, standardInput) : Open(file));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                _problems.Add($"cannot read {at}: {Reason(error)}");
            }
        }

        if (_problems.Count > 0)
            throw new FailureException(string.Join('\n', _problems));
        if (files.Count == 0 && !_request.AllowEmpty && !(paths.Count > 0 && _request.ForceExclude))
            throw new FailureException(paths.Count == 0 ? "no files given; see medcodes check --help" : "no files found");
        return files;
    }

    // What a list says is not quoted where it leads to no file: it may be a claim file given by mistake.
    private IEnumerable<Named> Listed(Stream standardInput)
    {
        if (_request.FilesFrom is not { } list)
            return [];
        try
        {
            using var text = new MemoryStream();
            using (var file = list == "-" ? null : File.OpenRead(list))
                (file ?? standardInput).CopyTo(text);
            var names = new UTF8Encoding(false).GetString(text.ToArray()).TrimStart('\uFEFF');
            return names.Split(_request.NamesEndWithNul ? ['\0'] : ['\n'])
                .Select((name, index) => new Named(name.TrimEnd('\r'), FormattableString.Invariant($"line {index + 1} of '{list}'")))
                .Where(name => name.Path.Length > 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot read '{list}': {Reason(error)}");
        }
    }

    private IEnumerable<string> FilesAt(Named named)
    {
        var path = named.Path;
        if (path == "-")
            return [path];
        if (Directory.Exists(path))
            return FilesIn(new DirectoryInfo(path), path).Where(IsWanted);
        if (File.Exists(path) || !Glob.IsPattern(path))
            return _request.ForceExclude && !IsWanted(path) ? [] : [path];
        var found = Matched(path).Where(IsWanted).ToList();
        if (found.Count == 0)
            _problems.Add($"no file fits {named.Shown}");
        return found;
    }

    /// <summary>The files that fit a pattern, sought from its last folder without a special character.</summary>
    private static IEnumerable<string> Matched(string pattern)
    {
        var parts = pattern.Replace('\\', '/').Split('/');
        var start = string.Join('/', parts.TakeWhile(part => !Glob.IsPattern(part)));
        var rest = string.Join('/', parts.SkipWhile(part => !Glob.IsPattern(part)));
        var folder = start.Length > 0 ? start : pattern.StartsWith('/') ? "/" : ".";
        if (!Directory.Exists(folder))
            return [];
        var glob = Glob.Parse("./" + rest);
        return FilesIn(new DirectoryInfo(folder), folder == "." ? "" : folder)
            .Where(file => glob.Matches(Path.GetRelativePath(folder, file.Length == 0 ? "." : file).Replace('\\', '/')));
    }

    private bool IsWanted(string path) => !_excluded(path) && !(_request.GitIgnore && _ignored.Ignores(path));

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

    /// <summary>A path that was given.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="Shown">How messages name it.</param>
    private sealed record Named(string Path, string Shown);
}
