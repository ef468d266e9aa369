using System.Text;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// The files that the paths of a command line lead to: directories with all that is in them, patterns, "-" for standard input; less what
/// patterns behind "!" fit. What can be read only once or is compressed is kept aside until this object is disposed of.
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
    private readonly Dictionary<string, bool> _found = new(StringComparer.Ordinal);
    private readonly List<Glob> _negated;

    private InputFiles(InputRequest request, Func<string, bool> excluded)
    {
        (_request, _excluded) = (request, excluded);
        _negated = [.. request.Paths.Where(IsNegated).Select(Glob.ParseNegatable)];
    }

    /// <summary>The files, in the order given, those of a directory in ordinal order, each once.</summary>
    public IReadOnlyList<SourceFile> Files => [.. _inputs.Select(input => input.File)];

    /// <summary>How many files of directories and patterns were left out.</summary>
    public int Skipped { get; private set; }

    /// <summary>Whether a file was found in a directory or by a pattern, and not named.</summary>
    public bool WasFound(SourceFile file) => _found.GetValueOrDefault(file.Path);

    /// <summary>Whether a path takes out of what directories and patterns find, as "!drafts/**" does. A file may have such a name.</summary>
    public static bool IsNegated(string path) => path.Length > 1 && path[0] == '!' && !Path.Exists(path);

    /// <summary>How messages name a path.</summary>
    public static string NameOf(string path) => path == "-" ? "standard input" : $"'{path}'";

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
        var paths = _request.Paths.Where(path => !IsNegated(path)).Select(path => new Given(path, NameOf(path))).Concat(Listed(standardInput)).ToList();
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
                _problems.Add($"cannot read {at}: {Reason.OfReading(error)}");
            }
        }

        if (_problems.Count > 0)
            throw new FailureException(string.Join('\n', _problems));
        if (_inputs.Count == 0 && !_request.AllowEmpty && !(paths.Count > 0 && _request.ForceExclude))
            throw new FailureException(paths.Count == 0 ? $"no files given; see medcodes {_request.Command} --help" : "no files found");
    }

    // What a list says is not quoted where it leads to no file: it may be a claim file given by mistake.
    private IEnumerable<Given> Listed(Stream standardInput)
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
                .Select((name, index) => new Given(name.TrimEnd('\r'), FormattableString.Invariant($"line {index + 1} of {NameOf(list)}")))
                .Where(name => name.Path.Length > 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot read {NameOf(list)}: {Reason.OfReading(error)}");
        }
    }

    private IEnumerable<string> FilesAt(Given given)
    {
        var path = given.Path;
        if (path == "-")
            return [path];
        if (Directory.Exists(path))
            return FilesIn(new DirectoryInfo(path), ShownFolder(path)).Where(IsWanted).Select(Found);
        if (File.Exists(path) || !Glob.IsPattern(path) || _request.ContentOf(path) is not null)
            return _request.ForceExclude && !IsWanted(path) ? [] : [Named(path)];
        var found = Matched(path).Where(IsWanted).Select(Found).ToList();
        if (found.Count == 0)
            _problems.Add($"no file fits {given.Shown}");
        return found;
    }

    // The same file has the same name whichever folder it was found through.
    private static string ShownFolder(string path)
    {
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..].TrimStart('/');
        return path == "." ? "" : path;
    }

    private string Found(string path)
    {
        _found.TryAdd(path, true);
        return path;
    }

    private string Named(string path)
    {
        _found[path] = false;
        return path;
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
        return FilesIn(new DirectoryInfo(folder), ShownFolder(folder))
            .Where(file => glob.Matches(Path.GetRelativePath(folder, file.Length == 0 ? "." : file).Replace('\\', '/')));
    }

    private bool IsWanted(string path)
    {
        var wanted = !_excluded(path) && !IsNegatedHere(path) && !(_request.GitIgnore && _ignored.Ignores(path));
        Skipped += wanted ? 0 : 1;
        return wanted;
    }

    private bool IsNegatedHere(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
        return _negated.Exists(glob => glob.Covers(relative));
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

    private SpooledInput Open(string path)
    {
        if (_request.ContentOf(path) is { } content)
        {
            using var other = new MemoryStream(content);
            return SpooledInput.FromStream(other, path);
        }

        // A pipe can be read only once and has no length.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return stream.CanSeek ? SpooledInput.Open(path) : SpooledInput.FromStream(stream, path);
    }

    /// <summary>A path that was given.</summary>
    /// <param name="Path">The path.</param>
    /// <param name="Shown">How messages name it.</param>
    private sealed record Given(string Path, string Shown);
}
