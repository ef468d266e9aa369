using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Documents.Library;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Times pages stage by stage against a bare read of their files: the best of some rounds of each.</summary>
internal static class PageComparison
{
    private const int Rounds = 3;
    private const int WarmingPages = 500;

    private static readonly DateOnly AsOf = new(2024, 8, 15);

    public static void Run(TextWriter output, int pages, int seed, string rulesFolder)
    {
        var folder = Directory.CreateTempSubdirectory("medcodes-pages-");
        try
        {
            var generator = new PageGenerator(seed);
            for (var i = 0; i < pages; i++)
                File.WriteAllBytes(Path.Combine(folder.FullName, $"{i:D6}.md"), generator.Page(i));
            var files = folder.GetFiles().Select(file => file.FullName).Order(StringComparer.Ordinal).ToList();
            Compare(output, files, RuleSet.Load(rulesFolder));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compare(TextWriter output, List<string> files, RuleSet rules)
    {
        var bytes = files.Sum(file => new FileInfo(file).Length);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} pages, {(double)bytes / files.Count:F0} bytes a page"));
        var bare = Best(() => files.Sum(file => File.ReadAllBytes(file).LongLength));
        Line(output, "bare read", files.Count, bare, bare);

        // First, while nothing else fills the memory; a part of the pages before, so that the code is compiled.
        var validator = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf });
        validator.Check(files.Take(WarmingPages).Select(SourceFile.OnDisk));
        var alone = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Jobs = 1 });
        Line(output, "one at a time", files.Count, Once(() => alone.Check(files.Select(SourceFile.OnDisk)).Findings.Count), bare);
        Line(output, "whole check", files.Count, Once(() => validator.Check(files.Select(SourceFile.OnDisk)).Findings.Count), bare);
        CompareStages(output, files, rules, bare);
    }

    private static void CompareStages(TextWriter output, List<string> files, RuleSet rules, Taken bare)
    {
        var interpreter = rules.Library.Interpreter;
        var reader = new PageReader(interpreter.Vocabulary.Schemas);
        Line(output, "structure", files.Count, Best(() => files.Sum(file => reader.Read(SourceFile.OnDisk(file)).Document!.Blocks.Length)), bare);
        var documents = files.ConvertAll(file => reader.Read(SourceFile.OnDisk(file)).Document!);
        Line(output, "interpretation", files.Count, Best(() => documents.Sum(document => interpreter.Interpret(document, AsOf).Mentions.Length)), bare);
        var texts = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        List<LibraryPage> interpreted = documents.ConvertAll(document => LibraryPage.Of(interpreter.Interpret(document, AsOf), texts));
        Line(output, "library", files.Count, Best(() => PageLibrary.Of(interpreted, jobs: 1).Twins.Length), bare);
    }

    private static Taken Best(Func<long> work) => Enumerable.Range(0, Rounds).Select(_ => Once(work)).MinBy(taken => taken.Time);

    private static Taken Once(Func<long> work)
    {
        GC.Collect();
        var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        work();
        return new Taken(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
    }

    private static void Line(TextWriter output, string name, int pages, Taken taken, Taken bare) =>
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16}{pages / taken.Time.TotalSeconds,10:F0} pages/s {taken.Time.TotalMicroseconds / pages,8:F0} µs/page {taken.Cpu.TotalMicroseconds / pages,8:F0} µs of all cores {taken.Time / bare.Time,8:F1} x bare read"));

    /// <summary>How long something took, by the clock and of all cores together, which other work on the machine does not lengthen as much.</summary>
    private readonly record struct Taken(TimeSpan Time, TimeSpan Cpu);
}
