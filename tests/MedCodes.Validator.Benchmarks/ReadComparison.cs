using System.Diagnostics;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading;
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
        var again = new X12ClaimFile(file);
        Lines(again.Read(Workers.None));
        (string Name, Func<long> Work)[] all =
        [
            ("bare scan", () => BareScan.Count(file.OpenRead())),
            ("segments", () => Segments(file)),
            ("reader", () => Lines(X12Reader.Read(file))),
            ("on 2 threads", () => Lines(X12Reader.Read(file, new Workers(2)))),
            ("one of 20", () => Lines(new X12ClaimFile(file).Read(Workers.None, ordinal => ordinal % OneOf == 0))),
            ("again", () => Lines(again.Read(Workers.None, ordinal => ordinal % OneOf == 0))),
            ("on 2 threads", () => Lines(again.Read(new Workers(2), ordinal => ordinal % OneOf == 0))),
            ("string.Split", () => SplitReader.Read(Encoding.ASCII.GetString(bytes)).Lines),
        ];
        var times = all.Select(_ => new List<TimeSpan>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < all.Length; i++)
                times[i].Add(Taken(all[i].Work));
        }

        for (var i = 0; i < all.Length; i++)
            Line(output, all[i].Name, times[i], times[0].Min(), bytes.Length, claims);
    }

    private static long Lines(IEnumerable<ClaimBatch> batches) => batches.Sum(batch => (long)batch.Lines.Count);

    // The reader's own source without anything that is made of the segments.
    private static long Segments(SourceFile file)
    {
        using var source = new X12Source(file.OpenRead(), new X12ReaderOptions().BufferSize);
        var ids = 0L;
        while (source.Next() is X12Step.Segment or X12Step.Header)
            ids += source.Current.Id;
        return ids;
    }

    private static TimeSpan Taken(Func<long> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Line(TextWriter output, string name, List<TimeSpan> times, TimeSpan scan, long bytes, int claims)
    {
        var best = times.Min();
        var middle = times.Order().ElementAt(times.Count / 2);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-14}{bytes / 1e6 / best.TotalSeconds,10:F0} MB/s {claims / best.TotalSeconds,12:F0} claims/s {best / scan,8:F2} x scan, half of the rounds within {middle / best,5:F2} of it"));
    }
}
