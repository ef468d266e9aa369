using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>
/// A folder of imported releases. What it holds changes in one step or not at all, and never while another process changes it.
/// </summary>
/// <remarks>
/// <c>catalogue</c> names the releases that count; <c>releases/</c> holds them; <c>incoming-*/</c> is where an import that runs writes, with
/// a file that stays locked while it runs; <c>lock</c> is held while the catalogue changes. A process that dies leaves the catalogue as it
/// was, and files that the next change clears away.
/// </remarks>
internal sealed class DataFolder(string path)
{
    private const string ReleasesFolder = "releases";
    private const string IncomingPrefix = "incoming-";
    private const string LockName = "lock";

    // Changing the catalogue takes milliseconds; who waits longer than this waits for something that hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    public string Path { get; } = path;

    public string PathOf(string release) => System.IO.Path.Combine(Path, ReleasesFolder, release);

    /// <summary>Opens a place for an import to write to.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public Incoming Begin()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ReleasesFolder));

        // Nobody clears the folder away between its making and its locking.
        using var held = Lock();
        ClearDead(null);
        return new Incoming(System.IO.Path.Combine(Path, IncomingPrefix + Guid.NewGuid().ToString("N")), LockName);
    }

    /// <summary>Makes the releases of an import count, each in place of the one of the same table, part and name.</summary>
    /// <exception cref="IOException">It cannot be done; nothing has changed.</exception>
    public void Commit(Incoming incoming) => Change(incoming, current =>
    {
        foreach (var file in incoming.Files)
            File.Move(incoming.PathOf(file), PathOf(file), overwrite: true);
        var replaced = incoming.Files.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return current.Where(file => !replaced.Contains(NameOf(file))).Concat(incoming.Files);
    });

    /// <summary>Makes releases count no longer.</summary>
    /// <exception cref="IOException">It cannot be done; nothing has changed.</exception>
    public void Remove(IReadOnlyCollection<string> files)
    {
        using var incoming = Begin();
        Change(incoming, current => current.Except(files, StringComparer.Ordinal));
    }

    /// <summary>The name of a release's file: what it is, and the beginning of its checksum, so that contents never change under a name.</summary>
    public static string FileNameOf(ReleaseHeader header, string hash)
    {
        var words = header.Constants.Select(constant => constant.Value).Prepend(header.Table).Append(header.Release).Append(hash[..16]);
        return string.Join('~', words.Select(Harmless)) + ".release";
    }

    /// <summary>Whether a release's file is named as one of a table, release and part.</summary>
    public static bool IsNamed(string file, string table, string? release, string? part)
    {
        var words = NameOf(file).Split('~');
        return words[0] == table && (release is null || words[^1] == release) && (part is null || words.AsSpan(1..^1).Contains(part));
    }

    private static string NameOf(string file) => file[..file.LastIndexOf('~')];

    private static string Harmless(string word) => string.Concat(word.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));

    private void Change(Incoming incoming, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        using var held = Lock();
        var current = Catalogue.Read(Path);
        var next = new Catalogue([.. change(current.Files).Order(StringComparer.Ordinal)]);
        next.Write(Path, incoming.PathOf(Catalogue.FileName));
        ClearAway(next.Files, incoming);
    }

    // Asked again and again, because the runtime offers no lock on a file that is waited for, and only a file's lock ends with its process,
    // counts for every user and container that shares the folder, and leaves nothing behind. Whoever holds it does so for milliseconds.
    private FileStream Lock()
    {
        var file = System.IO.Path.Combine(Path, LockName);
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience && File.Exists(file))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    // What a process that died left behind, and releases that no longer count. Failing to is no failure: the next change tries again.
    private void ClearAway(ImmutableArray<string> kept, Incoming own)
    {
        var names = kept.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(Path, ReleasesFolder)).Where(file => !names.Contains(System.IO.Path.GetFileName(file))))
            Attempt(() => File.Delete(file));
        ClearDead(own.Path);
    }

    private void ClearDead(string? own)
    {
        foreach (var folder in Directory.GetDirectories(Path, IncomingPrefix + "*").Where(folder => folder != own))
            Attempt(() => Incoming.DeleteIfDead(folder, LockName));
    }

    private static void Attempt(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A release that a reader holds open, or an import that runs.
        }
    }
}
