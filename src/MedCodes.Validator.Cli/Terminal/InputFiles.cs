using System.Text;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// The files that the paths of a command line lead to: directories with all that is in them, patterns, "-" for standard input. What can be
/// read only once or is compressed is kept aside until this object is disposed of.
/// </summary>
internal sealed class InputFiles : IDisposable
{
    /// <summary>The name under which standard input appears in reports.</summary>
    public const string StandardInput = "<stdin>";

    private readonly InputRequest _request;
    private readonly Func<string, bool> _excluded;
    private readonly IgnoreFiles _ignored = new();
    private readonly List<string> _problems = [];
    private readonly List<SpooledInput> _inputs = [];

    private InputFiles(InputRequest request, Func<string, bool> excluded) => (_request, _excluded) = (request, excluded);

    /// <summary>The files, in the order given, those of a directory in ordinal order, each once.</summary>
    public IReadOnlyList<SourceFile> Files => [.. _inputs.Select(input => input.File)];

    /// <summary>How many files of directories and patterns were left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>Opens the files.</summary>
    /// <param name="request">Which files.</param>
    /// <param name="standardInput">Standard input.</param>
    /// <param name="excluded">Whether the configuration leaves a path out.</param>
    /// <exception cref="FailureException">A path cannot be read, or there is no file at all; the message names all such paths.</exception>
    public static InputFiles Open(InputRequest request, Stream standardInput, Func<string, bool> excluded)
    {
        var opened = new InputFiles(request, excluded);
        try
        {
            opened.Open(standardInput);
            return opened;
        }
        catch (FailureException)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Opens files that no configuration speaks of.</summary>
    /// <exception cref="FailureException">A path cannot be read, or there is no file at all; the message names all such paths.</exception>
    public static InputFiles Open(IReadOnlyList<string> paths, Stream standardInput, string command) =>
        Open(new InputRequest(paths) { Command = command }, standardInput, _ => false);

    /// <summary>Removes what was kept aside.</summary>
    public void Dispose()
    {
        foreach (var input in _inputs)
            input.Dispose();
    }

    private void Open(Stream standardInput)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
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
                        _inputs.Add(file == "-" ? SpooledInput.FromStream(standardInput, _request.StandardInputName) : Open(file));
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                _problems.Add($"cannot read {at}: {Reason(error)}");
            }
        }

        if (_problems.Count > 0)
            throw new FailureException(string.Join('\n', _problems));
        if (_inputs.Count == 0 && !_request.AllowEmpty && !(paths.Count > 0 && _request.ForceExclude))
            throw new FailureException(paths.Count == 0 ? $"no files given; see medcodes {_request.Command} --help" : "no files found");
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

    private bool IsWanted(string path)
    {
        var wanted = !_excluded(path) && !(_request.GitIgnore && _ignored.Ignores(path));
        Skipped += wanted ? 0 : 1;
        return wanted;
    }

    private static IEnumerable<string> FilesIn(DirectoryInfo directory, string shown)
    {
        foreach (var entry in directory.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            // What starts with a dot belongs to tools, and so do our own files; a linked directory could lead in a circle.
            if (entry.Name.StartsWith('.') || entry.Name is OwnFiles.Configuration or OwnFiles.Baseline)
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

    /// <summary>A path that was given.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="Shown">How messages name it.</param>
    private sealed record Named(string Path, string Shown);
}
