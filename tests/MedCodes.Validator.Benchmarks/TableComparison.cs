using System.Diagnostics;
using System.Globalization;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Imports the published pair edits, opens the tables, and looks pairs up: the figures of reference data at full size.</summary>
internal static class TableComparison
{
    private const int Openings = 20;

    /// <summary>Runs all measurements over files that the caller names.</summary>
    /// <param name="output">Where to write the figures.</param>
    /// <param name="data">The data folder; it is made anew.</param>
    /// <param name="files">The published files, all pairs of the practitioner set among them.</param>
    public static void Run(TextWriter output, string data, IReadOnlyList<string> files)
    {
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        Import(output, data, [.. files.Where(file => file.Contains("ptp", StringComparison.Ordinal))]);
        Import(output, data, files);
        foreach (var release in ReferenceData.Open(data).Releases)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {release.Table} {string.Join(' ', release.Part)}: {release.Rows:#,0} rows, {release.Bytes / 1e6:0.0} MB"));
        Open(output, data);
        PairLookups.Run(output, data, files);
    }

    private static void Import(TextWriter output, string data, IReadOnlyList<string> files)
    {
        var watch = Stopwatch.StartNew();
        var result = TableImport.Import(data, files, new ImportOptions());
        var rows = result.Releases.Sum(release => (long)release.Rows);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"import of {files.Count} files: {rows:#,0} rows in {watch.Elapsed.TotalSeconds:0.00} s, {rows / watch.Elapsed.TotalSeconds:#,0} rows a second {string.Join("; ", result.Refusals)}"));
    }

    private static void Open(TextWriter output, string data)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var i = 0; i < Openings; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            var open = ReferenceData.Open(data);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            GC.KeepAlive(open);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"open all tables: {best.TotalMilliseconds:0.00} ms, {allocated / 1024.0:0} kB allocated"));
    }
}
