namespace MedCodes.Validator.Cli.Terminal;

/// <summary>The folder that platforms expect paths to be relative to.</summary>
internal static class ProjectFolder
{
    /// <summary>The workspace of the build server, else the root of the repository, else the working directory.</summary>
    public static string Root(ITerminal terminal) =>
        terminal.Variable("GITHUB_WORKSPACE") ?? terminal.Variable("CI_PROJECT_DIR") ?? RepositoryAbove(Environment.CurrentDirectory) ?? Environment.CurrentDirectory;

    /// <summary>A path from the root of its repository, else from the working directory; names in angle brackets are no paths.</summary>
    public static string PathFromRoot(string path)
    {
        if (path.StartsWith('<'))
            return path;
        var full = Path.GetFullPath(path);
        return Path.GetRelativePath(RepositoryAbove(Path.GetDirectoryName(full)!) ?? Environment.CurrentDirectory, full).Replace('\\', '/');
    }

    /// <summary>The root of the repository that a folder belongs to; null outside of any.</summary>
    public static string? RepositoryAbove(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            // In a worktree or submodule ".git" is a file.
            if (Path.Exists(Path.Join(at.FullName, ".git")))
                return at.FullName;
        }

        return null;
    }
}
