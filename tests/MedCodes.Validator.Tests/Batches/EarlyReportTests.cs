using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>A report that is begun while files are read.</summary>
public sealed partial class EarlyReportTests
{
    private static readonly Lazy<(string Ndjson, string Json)> AtOnce = new(() => (Written.As("ndjson", EarlyRun.Whole), Written.As("json", EarlyRun.Whole)));

    [Theory]
    [InlineData(1, ValidatorOptions.UsualMemory)]
    [InlineData(3, ValidatorOptions.UsualMemory)]
    [InlineData(1, 20_000)]
    [InlineData(2, 200_000)]
    public void A_report_begun_while_files_are_read_has_the_bytes_of_one_written_at_once(int jobs, long memory)
    {
        var streamed = EarlyRun.Streamed(ShippedRules.Set, jobs, memory, EarlyRun.Files.Select(EarlyRun.FileAt));

        Assert.Equal(AtOnce.Value.Ndjson, streamed);
        Assert.Equal(AtOnce.Value.Json, Written.As("json", SavedReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(streamed))), out _));
    }

    [Fact]
    public void A_claim_s_findings_come_after_those_of_the_claim_before_it_wherever_they_stand()
    {
        var places = EarlyRun.Streamed(ShippedRules.Set, 2, ValidatorOptions.UsualMemory, EarlyRun.Files.Select(EarlyRun.FileAt)).Split('\n')
            .Where(line => line.Contains("\"phase\":\"claim\"", StringComparison.Ordinal))
            .Select(line => (File: EarlyRun.Files.ToList().FindIndex(path => path.EndsWith(FileOf().Match(line).Groups[1].Value, StringComparison.Ordinal)), Claim: int.Parse(ClaimOf().Match(line).Groups[1].Value, null)))
            .ToList();

        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void The_first_findings_are_written_before_the_rest_of_the_file_is_read()
    {
        using var folder = new TemporaryFolder();
        using var output = new MemoryStream();
        var path = Path.Combine(folder.Path, "large.ndjson");
        File.WriteAllText(path, LargeClaimFile.Text.Replace("}\n", "} \n", StringComparison.Ordinal));
        var report = new NdjsonReport(output, PhiLevel.Mask, new Redaction(), 1);
        var taker = new EarlyTaker { Next = report, OnTaken = () => LargeClaimFile.BreakLines(path, LargeClaimFile.Claims - 1_000) };

        report.End(new ClaimValidator(LargeClaimFile.CheckDigits, new ValidatorOptions { AsOf = EarlyRun.AsOf, Jobs = 1, Early = taker }).Check([SourceFile.OnDisk(path)]));

        // The lines that were added after the first findings had been written count where later ones are placed.
        var last = Encoding.UTF8.GetString(output.ToArray()).Split('\n').Last(line => line.Contains("\"phase\":\"claim\"", StringComparison.Ordinal));
        Assert.Contains($"\"startLine\":{LargeClaimFile.Claims + 999},", last, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_or_written_by_nobody_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new NdjsonReport(null!, PhiLevel.Mask, new Redaction(), 1));
        Assert.Throws<ArgumentNullException>(() => new NdjsonReport(Stream.Null, PhiLevel.Mask, null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NdjsonReport(Stream.Null, PhiLevel.Mask, new Redaction(), 0));
    }

    [GeneratedRegex("\"file\":\"([^\"]+)\"")]
    private static partial Regex FileOf();

    [GeneratedRegex("\"claim\":([0-9]+)")]
    private static partial Regex ClaimOf();
}
