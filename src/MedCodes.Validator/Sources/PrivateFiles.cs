namespace MedCodes.Validator.Sources;

/// <summary>Temporary files that are their owner's alone (mode 0600) and go with the run, also with one that is interrupted.</summary>
internal static class PrivateFiles
{
    private static readonly string Prefix = FormattableString.Invariant($"medcodes-{Environment.ProcessId}-");

    /// <summary>Makes a folder for files that are opened by name more than once.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public static DirectoryInfo CreateFolder() => Directory.CreateTempSubdirectory(Prefix);

    /// <summary>Makes a file in such a folder.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    public static FileStream Create(string path) => new(path, Options());

    /// <summary>Makes a file that nobody finds by its name where the system allows that, and that goes when it is closed.</summary>
    /// <exception cref="IOException">There is no room.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder for temporary files may not be written to.</exception>
    public static FileStream CreateNameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Prefix + Path.GetRandomFileName());
        var options = Options();
        options.Access = FileAccess.ReadWrite;
        options.BufferSize = 0;
        if (OperatingSystem.IsWindows())
            options.Options = FileOptions.DeleteOnClose;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>Whether so many bytes may be put into such files: there is room for them, and it is not memory.</summary>
    public static bool HaveRoomFor(long bytes)
    {
        try
        {
            var drive = new DriveInfo(Path.GetTempPath());
            return drive.DriveType != DriveType.Ram && drive.AvailableFreeSpace >= bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Removes all of them, for when the process is interrupted; whoever still opens one fails.</summary>
    public static void RemoveAll()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            Directory.Delete(folder, recursive: true);
        foreach (var file in OperatingSystem.IsWindows() ? [] : Directory.EnumerateFiles(Path.GetTempPath(), Prefix + "*"))
            File.Delete(file);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
