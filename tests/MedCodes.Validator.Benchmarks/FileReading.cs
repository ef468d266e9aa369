using System.Diagnostics;
using System.Globalization;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Reads a file from disk and says how fast it went and how much memory the process took.</summary>
internal static class FileReading
{
    public static void Run(TextWriter output, string path)
    {
        var file = SourceFile.OnDisk(path);
        var (claims, lines, faults) = (0L, 0L, 0L);
        var start = Stopwatch.GetTimestamp();
        foreach (var batch in X12Reader.Read(file))
        {
            claims += batch.Claims.Count;
            lines += batch.Lines.Count;
            faults += batch.Faults.Length;
        }

        var time = Stopwatch.GetElapsedTime(start);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Length / 1e6:F1} MB, {claims} claims, {lines} lines, {faults} faults: {file.Length / 1e6 / time.TotalSeconds:F0} MB/s, {claims / time.TotalSeconds:F0} claims/s"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"peak working set {process.PeakWorkingSet64 / 1e6:F0} MB, allocated {GC.GetTotalAllocatedBytes() / 1e6:F0} MB, collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}"));
    }
}
