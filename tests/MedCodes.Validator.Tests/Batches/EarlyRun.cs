using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Findings;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>Runs over all claim files of the fixtures and a page, at once and with findings handed on.</summary>
internal static class EarlyRun
{
    private static readonly Lazy<Report> Known = new(() => Check(new ValidatorOptions { AsOf = AsOf }));

    public static DateOnly AsOf { get; } = new(2024, 9, 16);

    public static IReadOnlyList<string> Files { get; } =
    [
        .. new[] { "*.837", "*.json", "*.ndjson" }.SelectMany(pattern => Directory.EnumerateFiles(Repository.PathOf("fixtures", "claims"), pattern, SearchOption.AllDirectories)).Order(StringComparer.Ordinal),
        Repository.PathOf("fixtures", "documents", "code-missing.txt"),
    ];

    /// <summary>The report of a run that hands nothing on.</summary>
    public static Report Whole => Known.Value;

    public static SourceFile PainClinic => FileAt(Files.First(path => path.EndsWith("pain-clinic-batch.837", StringComparison.Ordinal)));

    public static SourceFile FileAt(string path) => SourceFile.FromBytes(path, File.ReadAllBytes(path));

    public static Report Check(ValidatorOptions options) => new ClaimValidator(ShippedRules.Set, options).Check(Files.Select(FileAt));

    /// <summary>The report that is written while files are read.</summary>
    public static string Streamed(RuleSet rules, int jobs, long memory, IEnumerable<SourceFile> files)
    {
        using var output = new MemoryStream();
        var written = new NdjsonReport(output, PhiLevel.Mask, new Redaction(), jobs);
        written.End(new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Jobs = jobs, Memory = memory, Early = written }).Check(files));
        return Encoding.UTF8.GetString(output.ToArray());
    }

    public static IEnumerable<string> InAnyOrder(IEnumerable<Finding> findings) => findings.Select(FindingText.Of).Order(StringComparer.Ordinal);
}
