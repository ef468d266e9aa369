using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Mends pages: replaces the bytes that findings name and leaves every other byte as it is.</summary>
internal static class PageFixes
{
    private const int ContextLines = 3;

    /// <summary>Changes the pages.</summary>
    /// <returns>The report without what was mended, and how much that was.</returns>
    /// <exception cref="FailureException">A page cannot be written.</exception>
    public static (Report Report, int Mended) Apply(Report report)
    {
        var mended = new HashSet<int>();
        foreach (var (file, findings) in Mendable(report))
        {
            try
            {
                var before = Bytes(file);
                var mode = OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file.Path);
                OutputFile.Write(file.Path, isPrivate: false, stream => stream.Write(Edited(before, findings, mended)));
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(file.Path, mode);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new FailureException($"cannot write '{file.Path}': {Reason.OfWriting(error, file.Path)}");
            }
        }

        return (report with { Findings = report.Findings.Without(mended) }, mended.Count);
    }

    /// <summary>Writes what would be changed as a unified diff.</summary>
    /// <returns>1 where anything would be, else 0.</returns>
    public static int Show(Report report, ITerminal terminal)
    {
        var text = new StringBuilder();
        foreach (var (file, findings) in Mendable(report))
        {
            var before = Bytes(file);
            Append(text, file.Path, Encoding.UTF8.GetString(before), Encoding.UTF8.GetString(Edited(before, findings, [])));
        }

        StandardOutput.Write(terminal, text.ToString());
        return text.Length > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static IEnumerable<(SourceFile File, IReadOnlyList<(int Position, Finding Finding)> Findings)> Mendable(Report report) => report.Findings.Index()
        .Where(one => one.Item.Edits.Length > 0 && one.Item.Place.Claim is null && File.Exists(one.Item.Place.File.Path))
        .GroupBy(one => one.Item.Place.File)
        .Where(group => IsOnDisk(group.Key))
        .Select(group => (group.Key, (IReadOnlyList<(int, Finding)>)[.. group]));

    // What is staged, comes from standard input or is compressed is not what lies at its path, and must not be written over it.
    private static bool IsOnDisk(SourceFile file)
    {
        try
        {
            return File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(Bytes(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot read '{file.Path}': {Reason.OfReading(error, file.Path)}");
        }
    }

    private static byte[] Bytes(SourceFile file) => file.Read(new SourceSpan(0, (int)file.Length));

    /// <summary>The bytes behind the edits. Of two that touch each other the later one is left for the next run.</summary>
    private static byte[] Edited(byte[] before, IReadOnlyList<(int Position, Finding Finding)> findings, HashSet<int> mended)
    {
        var after = new List<byte>(before.Length);
        var at = 0;
        foreach (var (position, finding) in findings.OrderBy(one => one.Finding.Edits[0].Span.Offset))
        {
            if (finding.Edits[0].Span.Offset < at)
                continue;
            foreach (var edit in finding.Edits.OrderBy(edit => edit.Span.Offset))
            {
                after.AddRange(before[at..(int)edit.Span.Offset]);
                after.AddRange(Encoding.UTF8.GetBytes(edit.Replacement));
                at = (int)edit.Span.End;
            }

            mended.Add(position);
        }

        after.AddRange(before[at..]);
        return [.. after];
    }

    private static void Append(StringBuilder text, string path, string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var start = 0;
        while (start < Math.Min(old.Length, now.Length) && old[start] == now[start])
            start++;
        var end = 0;
        while (end < Math.Min(old.Length, now.Length) - start && old[^(end + 1)] == now[^(end + 1)])
            end++;
        var first = Math.Max(0, start - ContextLines);
        var behind = Math.Min(ContextLines, end);
        text.Append(FormattableString.Invariant($"--- a/{path}\n+++ b/{path}\n"));
        text.Append(FormattableString.Invariant($"@@ -{first + 1},{old.Length - end + behind - first} +{first + 1},{now.Length - end + behind - first} @@\n"));
        Lines(' ', old[first..start]);
        Lines('-', old[start..(old.Length - end)]);
        Lines('+', now[start..(now.Length - end)]);
        Lines(' ', old[(old.Length - end)..(old.Length - end + behind)]);

        void Lines(char sign, IEnumerable<string> lines)
        {
            foreach (var line in lines)
                text.Append(sign).Append(line).Append('\n');
        }
    }
}
