using MedCodes.Validator.Configuration;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>What the .gitignore files of a repository leave out.</summary>
internal sealed class IgnoreFiles
{
    private readonly Dictionary<string, IReadOnlyList<Pattern>> _byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _folders = new(StringComparer.Ordinal);

    /// <summary>Whether a file is left out, by itself or with one of its folders.</summary>
    public bool Ignores(string path)
    {
        var full = Path.GetFullPath(path);
        if (ProjectFolder.RepositoryAbove(Path.GetDirectoryName(full)!) is not { } root)
            return false;
        return FolderIgnored(Path.GetDirectoryName(full)!, root) || IsMatched(full, root, isFolder: false);
    }

    private bool FolderIgnored(string folder, string root)
    {
        if (folder.Length <= root.Length)
            return false;
        if (!_folders.TryGetValue(folder, out var ignored))
            _folders[folder] = ignored = FolderIgnored(Path.GetDirectoryName(folder)!, root) || IsMatched(folder, root, isFolder: true);
        return ignored;
    }

    // Of all patterns from the root down to the file's folder the last one that fits decides.
    private bool IsMatched(string full, string root, bool isFolder)
    {
        var ignored = false;
        var folders = new Stack<string>();
        for (var at = Path.GetDirectoryName(full)!; at.Length >= root.Length; at = Path.GetDirectoryName(at)!)
        {
            folders.Push(at);
            if (at.Length == root.Length)
                break;
        }

        foreach (var folder in folders)
        {
            var relative = Path.GetRelativePath(folder, full).Replace('\\', '/');
            foreach (var pattern in PatternsOf(folder).Where(pattern => (isFolder || !pattern.FoldersOnly) && pattern.Glob.Matches(relative)))
                ignored = !pattern.IsNegated;
        }

        return ignored;
    }

    private IReadOnlyList<Pattern> PatternsOf(string folder)
    {
        if (_byFolder.TryGetValue(folder, out var known))
            return known;
        var file = Path.Join(folder, ".gitignore");
        return _byFolder[folder] = File.Exists(file)
            ? [.. File.ReadLines(file).Select(line => line.TrimEnd()).Where(line => line.Length > 0 && line[0] != '#').Select(Pattern.Of)]
            : [];
    }

    private sealed record Pattern(Glob Glob, bool IsNegated, bool FoldersOnly)
    {
        public static Pattern Of(string line)
        {
            var negated = line[0] == '!';
            var text = negated ? line[1..] : line;
            var folders = text.EndsWith('/');
            text = text.TrimEnd('/');

            // A slash at the start or in the middle ties the pattern to the folder; Glob does the same but for the first.
            return new Pattern(Glob.Parse(text.StartsWith('/') ? "./" + text.TrimStart('/') : text), negated, folders);
        }
    }
}
