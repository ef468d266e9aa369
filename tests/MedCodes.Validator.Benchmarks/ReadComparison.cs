using System.Diagnostics;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Benchmarks;

/// <summary>A quick comparison in one process: the best of some rounds of each, taken in turn.</summary>
internal static class ReadComparison
{
    private const int Rounds = 20;
    private const int OneOf = 20;

    public static void Run(TextWriter output, GeneratorOptions options)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(options).Write(memory);
        var bytes = memory.ToArray();
        var file = SourceFile.FromBytes("generated.837", bytes);
        var (claims, lines, faults) = (0, 0, 0);
        foreach (var batch in X12Reader.Read(file))
        {
            claims += batch.Claims.Count;
            lines += batch.Lines.Count;
            faults += batch.Faults.Length;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length / 1e6:F1} MB, {claims} claims, {lines} lines, {faults} faults, {(double)bytes.Length / claims:F0} bytes a claim"));
        var (scan, cut, read, some, split) = (TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            scan = Faster(scan, () => BareScan.Count(file.OpenRead()));
            cut = Faster(cut, () => Segments(file));
            read = Faster(read, () => X12Reader.Read(file).Sum(batch => batch.Lines.Count));
            some = Faster(some, () => X12Reader.Read(file, ordinal => ordinal % OneOf == 0).Sum(batch => batch.Lines.Count));
            split = Faster(split, () => SplitReader.Read(Encoding.ASCII.GetString(bytes)).Lines);
        }

        Line(output, "bare scan", scan, scan, bytes.Length, claims);
        Line(output, "segments", cut, scan, bytes.Length, claims);
        Line(output, "reader", read, scan, bytes.Length, claims);
        Line(output, "one of 20", some, scan, bytes.Length, claims);
        Line(output, "string.Split", split, scan, bytes.Length, claims);
    }

    // The reader's own source without anything that is made of the segments.
    private static long Segments(SourceFile file)
    {
        using var source = new X12Source(file.OpenRead(), new X12ReaderOptions().BufferSize);
        var ids = 0L;
        while (source.Next() is X12Step.Segment or X12Step.Header)
            ids += source.Current.Id;
        return ids;
    }

    private static TimeSpan Faster(TimeSpan best, Func<long> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        var taken = Stopwatch.GetElapsedTime(start);
        return taken < best ? taken : best;
    }

    private static void Line(TextWriter output, string name, TimeSpan time, TimeSpan scan, long bytes, int claims) =>
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14}{bytes / 1e6 / time.TotalSeconds,10:F0} MB/s {claims / time.TotalSeconds,12:F0} claims/s {time / scan,8:F2} x scan"));
}
