using MedCodes.Validator.Batches;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

public sealed class JobsTests
{
    private static readonly string[] Files =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("fixtures", "claims"), "*.837", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
        .. Directory.EnumerateFiles(Repository.PathOf("fixtures", "documents"), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Any_number_of_jobs_writes_the_same_bytes(int jobs) => Assert.Equal(Written(1), Written(jobs));

    [Fact]
    public void There_is_at_least_one_job() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ValidatorOptions { AsOf = default, Jobs = 0 });

    // The files are one run, so that there are several blocks of patients, and patients with claims in several files.
    private static string Written(int jobs)
    {
        var validator = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16), Jobs = jobs });
        var report = validator.Check(Files.Select(path => SourceFile.FromBytes(path, File.ReadAllBytes(path))));
        using var output = new MemoryStream();
        ReportFormats.Write("json", ShownReport.Of(report), output, new ReportSettings());
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
