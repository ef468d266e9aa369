using System.Collections.Immutable;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The files that were changed, and where.</summary>
internal sealed record Changes
{
    /// <summary>The files to check; null for all that are asked for.</summary>
    public IReadOnlyList<SourceFile>? Files { get; init; }

    /// <summary>The lines that findings must come from; null for all.</summary>
    public ChangedLines? Lines { get; init; }

    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Asks git.</summary>
    /// <param name="request">Which changes.</param>
    /// <param name="paths">The files and directories that are asked for; none for all.</param>
    /// <param name="deciding">Files and directories whose change may change every finding.</param>
    /// <param name="terminal">The world outside.</param>
    /// <exception cref="FailureException">There is no repository, or nothing to compare with.</exception>
    public static Changes Since(ChangeRequest request, IReadOnlyList<string> paths, IReadOnlyList<string?> deciding, ITerminal terminal)
    {
        var git = GitRepository.Here();
        var start = request.IsStaged ? null : git.MergeBase(request.Reference ?? UsualReference(git, terminal));
        var changed = git.ChangedFiles(start);
        var decides = deciding.OfType<string>().Select(Path.GetFullPath).ToList();
        if (changed.Select(file => file.FullPath).FirstOrDefault(file => ConfigurationFinder.IsName(Path.GetFileName(file)) || decides.Any(one => file == one || file.StartsWith(one + Path.DirectorySeparatorChar, StringComparison.Ordinal))) is { } decisive)
            return new Changes { Notes = [$"{Shown(decisive)} was changed, so everything is checked and reported"] };

        var asked = paths.Select(Path.GetFullPath).ToList();
        var files = new List<SourceFile>();
        var lines = ImmutableDictionary.CreateBuilder<string, ImmutableArray<LineRange>?>(StringComparer.Ordinal);
        foreach (var file in changed.Where(file => !file.IsDeleted && (asked.Count == 0 || asked.Exists(path => file.FullPath == path || file.FullPath.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)))))
        {
            // What is hidden belongs to tools, as in directories.
            var shown = Shown(file.FullPath);
            if (shown.Split('/').Any(part => part.StartsWith('.') && part is not ("." or "..")))
                continue;
            files.Add(request.IsStaged ? SourceFile.FromBytes(shown, git.Staged(file.Path)) : SourceFile.OnDisk(shown));
            lines[shown] = request.WholeFiles ? null : file.Lines;
        }

        return new Changes
        {
            Files = files,
            Lines = new ChangedLines(lines.ToImmutable()),
            Notes = [FormattableString.Invariant($"{Counted.Of(files.Count, "changed file")} checked")],
        };
    }

    private static string UsualReference(GitRepository git, ITerminal terminal)
    {
        if (terminal.Variable("GITHUB_BASE_REF") is { } target)
            return $"origin/{target}";
        return terminal.Variable("CI_MERGE_REQUEST_DIFF_BASE_SHA") ?? (git.Knows("origin/HEAD") ? "origin/HEAD"
            : throw new FailureException("--changed does not know what to compare with: there is no origin/HEAD; name a commit, as in --changed=main"));
    }

    private static string Shown(string fullPath) => Path.GetRelativePath(Environment.CurrentDirectory, fullPath).Replace('\\', '/');
}
