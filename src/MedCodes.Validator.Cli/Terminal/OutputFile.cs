using System.Globalization;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>A file that appears only when it is complete: it is written beside its place, and what stood there before stays until it is kept.</summary>
internal sealed class OutputFile : IDisposable
{
    // One report is written after the other; another thread asks for it only when the run is interrupted.
    private static volatile string? _unfinished;

    /// <summary>Removes what a run that is interrupted has begun to write.</summary>
    public static void RemoveUnfinished()
    {
        if (_unfinished is { } path)
            File.Delete(path);
    }

    private readonly string _temporary;
    private readonly string _target;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where it is to appear; a device is written to at once.</param>
    /// <param name="isPrivate">Whether only its owner may read it.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public OutputFile(string path, bool isPrivate)
    {
        if (IsDevice(path))
        {
            _temporary = _target = "";
            Content = new LimitedStream(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite));
            return;
        }

        // A link stays a link: what it points to is replaced.
        _target = new FileInfo(path) is { Exists: true, LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        _temporary = Path.Combine(
            Path.GetDirectoryName(_target)!,
            string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(_target)}.{Environment.ProcessId}.tmp"));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _unfinished = _temporary;
        Content = new LimitedStream(new FileStream(_temporary, options));
    }

    /// <summary>Where it is written.</summary>
    public Stream Content { get; }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isPrivate">Whether only its owner may read it.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written; what stood there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, bool isPrivate, Action<Stream> write)
    {
        using var file = new OutputFile(path, isPrivate);
        write(file.Content);
        file.Keep();
    }

    /// <summary>Puts it in its place.</summary>
    /// <exception cref="IOException">It cannot be put there; what stood there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public void Keep()
    {
        Content.Dispose();
        if (_temporary.Length > 0)
            File.Move(_temporary, _target, overwrite: true);
    }

    /// <summary>Removes what was not kept.</summary>
    public void Dispose()
    {
        try
        {
            Content.Dispose();
        }
        catch (IOException)
        {
            // What is left of a write that failed is written once more, and fails again. It is thrown away, and the first failure is what counts.
        }
        finally
        {
            if (_temporary.Length > 0)
                File.Delete(_temporary);
            _unfinished = null;
        }
    }

    /// <summary>Whether a path is a device, which can be written to but not replaced.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));
}
