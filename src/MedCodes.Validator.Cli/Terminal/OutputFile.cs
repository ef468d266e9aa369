using System.Globalization;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>A file that appears only when it is complete.</summary>
internal static class OutputFile
{
    // One report is written after the other; another thread asks for it only when the run is interrupted.
    private static volatile string? _unfinished;

    /// <summary>Removes what a run that is interrupted has begun to write.</summary>
    public static void RemoveUnfinished()
    {
        if (_unfinished is { } path)
            File.Delete(path);
    }

    /// <summary>Writes beside the file and puts the result in its place; what stood there before stays until then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isPrivate">Whether only its owner may read it.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file cannot be written; what stood there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static void Write(string path, bool isPrivate, Action<Stream> write)
    {
        if (IsDevice(path))
        {
            using var device = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            write(device);
            return;
        }

        // A link stays a link: what it points to is replaced.
        var target = new FileInfo(path) is { Exists: true, LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : Path.GetFullPath(path);
        var temporary = Path.Combine(
            Path.GetDirectoryName(target)!,
            string.Create(CultureInfo.InvariantCulture, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp"));
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (isPrivate && !OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            _unfinished = temporary;
            using (var stream = new FileStream(temporary, options))
                write(stream);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
            _unfinished = null;
        }
    }

    /// <summary>Whether a path is a device, which can be written to but not replaced.</summary>
    public static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));
}
