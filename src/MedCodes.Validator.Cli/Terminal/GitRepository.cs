using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Asks the git command about the repository of the working directory. Nothing is fetched and nothing is changed.</summary>
internal sealed class GitRepository
{
    private readonly string _root;

    private GitRepository(string root) => _root = root;

    /// <summary>The folder of the repository.</summary>
    public string Root => _root;

    /// <exception cref="FailureException">The working directory belongs to no repository.</exception>
    public static GitRepository Here() => ProjectFolder.RepositoryAbove(Environment.CurrentDirectory) is { } root
        ? new GitRepository(root)
        : throw new FailureException("this is no git repository, so nobody can say what was changed");

    /// <summary>Whether a commit is there.</summary>
    public bool Knows(string reference) => Run("rev-parse", "--verify", "--quiet", "--end-of-options", reference + "^{commit}").Code == 0;

    /// <summary>The commit from which the working tree and another one went apart.</summary>
    /// <exception cref="FailureException">There is none.</exception>
    public string MergeBase(string reference)
    {
        if (!Knows(reference))
            throw new FailureException($"there is no commit '{reference}' here; a shallow clone lacks it (fetch-depth: 0 gets all)");
        var (code, output) = Run("merge-base", "--", reference, "HEAD");
        return code == 0
            ? Encoding.UTF8.GetString(output).Trim()
            : throw new FailureException($"'{reference}' and this branch have no commit in common; a shallow clone lacks it (fetch-depth: 0 gets all)");
    }

    /// <summary>What was changed in the working tree since a commit, untracked files included; or, without one, what is staged.</summary>
    /// <exception cref="FailureException">Git fails.</exception>
    public IReadOnlyList<ChangedFile> ChangedFiles(string? since)
    {
        string[] what = since is null ? ["--cached"] : [since];
        var files = new List<ChangedFile>();
        var names = Names(Output(["diff", "--name-status", "-z", "--find-renames", "--no-ext-diff", .. what, "--"]));
        for (var i = 0; i < names.Count;)
        {
            var status = names[i++];

            // Of a renamed file the old name comes first.
            if (status[0] is 'R' or 'C')
                i++;
            var path = names[i++];
            var whole = status[0] is 'A' or 'C';
            files.Add(new ChangedFile(path, FullPath(path), status[0] == 'D', whole || status[0] == 'D' ? null : LinesOf(path, what)));
        }

        if (since is not null)
            files.AddRange(NamesOfUntracked().Select(path => new ChangedFile(path, FullPath(path), false, null)));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Where(file => file.IsDeleted || since is null || File.Exists(file.FullPath))];
    }

    /// <summary>The full paths of the files that git does not know and does not ignore.</summary>
    /// <exception cref="FailureException">Git fails.</exception>
    public IEnumerable<string> Untracked() => NamesOfUntracked().Select(FullPath);

    /// <summary>The files whose state in the working tree is not the one that would be committed.</summary>
    /// <exception cref="FailureException">Git fails.</exception>
    public IEnumerable<ChangedFile> NotStaged() =>
        Names(Output(["diff", "--name-only", "-z", "--diff-filter=M", "--no-ext-diff", "--"])).Select(path => new ChangedFile(path, FullPath(path), false, null));

    /// <summary>The content of a file as it is staged.</summary>
    /// <exception cref="FailureException">It is not staged.</exception>
    public byte[] Staged(string path) => Output(["show", ":" + path]);

    private ImmutableArray<LineRange> LinesOf(string path, string[] what)
    {
        var ranges = ImmutableArray.CreateBuilder<LineRange>();
        foreach (var line in Encoding.UTF8.GetString(Output(["diff", "-U0", "--find-renames", "--no-ext-diff", "--no-color", .. what, "--", ":/"], path)).Split('\n'))
        {
            // "@@ -12,3 +14,2 @@": lines 14 and 15 are new. Where lines were only removed, both neighbours are changed.
            if (!line.StartsWith("@@ -", StringComparison.Ordinal))
                continue;
            var added = line.Split(' ')[2].TrimStart('+').Split(',');
            var first = int.Parse(added[0], CultureInfo.InvariantCulture);
            var count = added.Length == 1 ? 1 : int.Parse(added[1], CultureInfo.InvariantCulture);
            ranges.Add(count == 0 ? new LineRange(first, first + 1) : new LineRange(first, first + count - 1));
        }

        return ranges.ToImmutable();
    }

    private List<string> NamesOfUntracked() => Names(Output(["ls-files", "--others", "--exclude-standard", "-z", "--full-name"]));

    private static List<string> Names(byte[] output) => [.. Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries)];

    private string FullPath(string path) => Path.GetFullPath(path, _root);

    private byte[] Output(string[] arguments, string? only = null)
    {
        var (code, output) = Run(arguments);
        if (code != 0)
            throw new FailureException($"git {arguments[0]} fails here");
        return only is null ? output : Part(output, only);
    }

    /// <summary>The part of a diff that is about one file. A diff of one file alone would take a renamed one for new.</summary>
    private static byte[] Part(byte[] diff, string path)
    {
        var text = Encoding.UTF8.GetString(diff);
        var parts = text.Split("\ndiff --git ");
        return Encoding.UTF8.GetBytes(parts.FirstOrDefault(part => part.Split('\n').Any(line => line == "+++ b/" + path || line == "+++ \"b/" + path + "\"" || line == "+++ b/" + path + "\t")) ?? "");
    }

    private (int Code, byte[] Output) Run(params string[] arguments)
    {
        // In a container the folder may belong to another user; it is the one that we were started in.
        string[] all = ["-c", "safe.directory=" + _root, "-c", "core.quotePath=off", "-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "-C", _root, .. arguments];
        var start = new ProcessStartInfo("git", all) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            errors.GetAwaiter().GetResult();
            return (process.ExitCode, output.ToArray());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new FailureException("there is no git command, so nobody can say what was changed");
        }
    }
}

/// <summary>A file that was changed.</summary>
/// <param name="Path">Its path from the root of the repository.</param>
/// <param name="FullPath">Its full path.</param>
/// <param name="IsDeleted">Whether it is gone.</param>
/// <param name="Lines">The changed lines; null where all of it is new.</param>
internal sealed record ChangedFile(string Path, string FullPath, bool IsDeleted, ImmutableArray<LineRange>? Lines);
