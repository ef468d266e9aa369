using System.Collections.Immutable;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>
/// What was changed, as git tells. Unchanged files are read, too: two pages for one code are a fault of both, whichever was changed.
/// </summary>
internal sealed class Changes
{
    private readonly ChangeRequest _request;
    private readonly GitRepository _git;
    private readonly IReadOnlyDictionary<string, ChangedFile> _changed;
    private readonly string? _decisive;

    private Changes(ChangeRequest request, GitRepository git, IReadOnlyList<ChangedFile> changed, string? decisive)
    {
        _request = request;
        _git = git;
        _changed = changed.Where(file => !file.IsDeleted).ToDictionary(file => file.FullPath, StringComparer.Ordinal);
        _decisive = decisive;
    }

    /// <summary>Asks git.</summary>
    /// <param name="request">Which changes.</param>
    /// <param name="deciding">Files and directories whose change may change every finding.</param>
    /// <param name="terminal">The world outside.</param>
    /// <exception cref="FailureException">There is no repository, or nothing to compare with.</exception>
    public static Changes Since(ChangeRequest request, IReadOnlyList<string?> deciding, ITerminal terminal)
    {
        var git = GitRepository.Here();
        var changed = git.ChangedFiles(request.IsStaged ? null : git.MergeBase(request.Reference ?? UsualReference(git, terminal)));
        var decides = deciding.OfType<string>().Select(Path.GetFullPath).ToList();
        var decisive = changed.Select(file => file.FullPath).FirstOrDefault(file => ConfigurationFinder.IsName(Path.GetFileName(file))
            || decides.Any(one => file == one || file.StartsWith(one + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return new Changes(request, git, changed, decisive);
    }

    /// <summary>The files to read, changed or not: those that are asked for, else the whole repository.</summary>
    public InputRequest Widened(InputRequest asked)
    {
        var all = asked.Paths.All(InputFiles.IsNegated) && asked.FilesFrom is null;
        if (all && _changed.Count == 0 && _decisive is null)
            return asked with { AllowEmpty = true };
        IReadOnlyList<string> paths = all ? [Path.GetRelativePath(Environment.CurrentDirectory, _git.Root), .. asked.Paths] : asked.Paths;
        return _request.IsStaged ? Staged(asked with { Paths = paths, AllowEmpty = true }) : asked with { Paths = paths, AllowEmpty = true };
    }

    /// <summary>The files of the commit that is being made; what git does not know is none of it.</summary>
    public IReadOnlyList<SourceFile> Committed(IReadOnlyList<SourceFile> files)
    {
        if (!_request.IsStaged)
            return files;
        var untracked = _git.Untracked().ToHashSet(StringComparer.Ordinal);
        return [.. files.Where(file => !untracked.Contains(Path.GetFullPath(file.Path)))];
    }

    /// <summary>The lines that findings must come from; null for all.</summary>
    /// <param name="files">The files that are read.</param>
    public ChangedLines? LinesOf(IEnumerable<SourceFile> files)
    {
        if (_decisive is not null)
            return null;
        var lines = ImmutableDictionary.CreateBuilder<string, ImmutableArray<LineRange>?>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (_changed.TryGetValue(Path.GetFullPath(file.Path), out var changed))
                lines[file.Path] = _request.WholeFiles ? null : changed.Lines;
        }

        return new ChangedLines(lines.ToImmutable());
    }

    /// <summary>What the user should know of it.</summary>
    /// <param name="lines">What <see cref="LinesOf"/> says.</param>
    /// <param name="files">How many files are read.</param>
    public string Note(ChangedLines? lines, int files)
    {
        if (lines is null)
            return $"{Path.GetRelativePath(Environment.CurrentDirectory, _decisive!).Replace('\\', '/')} was changed, so everything is checked and reported";
        var others = files - lines.Files.Count;
        return $"{Counted.Of(lines.Files.Count, "changed file")} checked{(others == 0 ? "" : $", and {Counted.Of(others, "other")} read for what takes several files")}";
    }

    /// <summary>What is staged counts, and not what lies in the working tree; there it may be gone.</summary>
    private InputRequest Staged(InputRequest asked)
    {
        var inIndex = _changed.Values.Concat(_git.NotStaged()).DistinctBy(file => file.FullPath).ToDictionary(file => file.FullPath, file => file.Path, StringComparer.Ordinal);
        var roots = asked.Paths.Select(path => Path.GetFullPath(path).TrimEnd('/')).ToList();
        var gone = _changed.Keys.Where(path => !File.Exists(path) && roots.Exists(root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal)));
        return asked with
        {
            Paths = [.. asked.Paths, .. gone.Select(path => Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/'))],
            ContentOf = path => inIndex.TryGetValue(Path.GetFullPath(path), out var name) ? _git.Staged(name) : null,
        };
    }

    private static string UsualReference(GitRepository git, ITerminal terminal)
    {
        if (terminal.Variable("GITHUB_BASE_REF") is { } target)
            return $"origin/{target}";
        return terminal.Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA") ?? (git.Knows("origin/HEAD") ? "origin/HEAD"
            : throw new FailureException("--changed does not know what to compare with: there is no origin/HEAD; name a commit, as in --changed=main"));
    }
}
