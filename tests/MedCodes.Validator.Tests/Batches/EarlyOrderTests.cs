using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>When findings are handed on, and in what order.</summary>
public sealed class EarlyOrderTests
{
    private static readonly Lazy<string> LargeAtOnce = new(() => Written.As("ndjson", new ClaimValidator(LargeClaimFile.CheckDigits, new ValidatorOptions { AsOf = EarlyRun.AsOf }).Check([Large])));

    private static readonly IReadOnlyList<SourceFile> Small =
    [
        .. Enumerable.Range(0, 250).Select(number => SourceFile.FromBytes(
            $"{number:D3}.837",
            Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", $"SE*{number % 3 + 25}*", StringComparison.Ordinal).Replace("1245319599", "1245319598", StringComparison.Ordinal)))),
    ];

    private static readonly Lazy<Report> SmallAtOnce = new(() => new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf }).Check(Small));

    private static SourceFile Large => SourceFile.FromBytes("large.ndjson", Encoding.UTF8.GetBytes(LargeClaimFile.Text));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_file_of_several_batches_is_handed_on_batch_by_batch_and_in_order(int jobs)
    {
        var taker = new EarlyTaker();
        var validator = new ClaimValidator(LargeClaimFile.CheckDigits, new ValidatorOptions { AsOf = EarlyRun.AsOf, Jobs = jobs, Early = taker, Progress = taker });

        var report = validator.Check([Large]);

        Assert.Empty(report.Findings);
        Assert.Equal(Enumerable.Range(1, LargeClaimFile.Claims), taker.Findings.Select(finding => finding.Place.Claim!.Value).Distinct());
        var batches = JsonClaimReader.Read(Large).Count();
        Assert.True(batches > 2);
        Assert.Equal(["begin", .. Enumerable.Repeat("take", batches), "close", "read"], taker.Events.Take(batches + 3));
    }

    // Not all of the claims can be kept.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_report_on_a_file_of_several_batches_has_the_bytes_of_one_written_at_once(int jobs) =>
        Assert.Equal(LargeAtOnce.Value, EarlyRun.Streamed(LargeClaimFile.CheckDigits, jobs, 10_000_000, [Large]));

    [Fact]
    public void The_first_findings_are_handed_on_before_the_rest_of_the_file_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "large.ndjson");
        File.WriteAllText(path, LargeClaimFile.Text);
        var taker = new EarlyTaker
        {
            OnFirst = () =>
            {
                using var written = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                written.SetLength(0);
            },
        };

        var report = new ClaimValidator(LargeClaimFile.CheckDigits, new ValidatorOptions { AsOf = EarlyRun.AsOf, Jobs = 1, Early = taker }).Check([SourceFile.OnDisk(path)]);

        Assert.NotEmpty(taker.Findings);
        Assert.InRange(report.Files[0].Claims, 1, LargeClaimFile.Claims - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_is_wrong_with_a_file_is_handed_on_before_the_next_file_is_read(int jobs)
    {
        var claims = Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", "SE*25*", StringComparison.Ordinal));
        var taker = new EarlyTaker();

        var report = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf, Jobs = jobs, Early = taker, Progress = taker })
            .Check([SourceFile.FromBytes("b.837", claims), SourceFile.FromBytes("a.837", claims), SourceFile.FromBytes("page.md", Encoding.UTF8.GetBytes("---\ntitle: [\n---\n" + FileTrial.Page))]);

        Assert.Equal(["begin", "close", "read", "close", "read", "close", "read"], taker.Events.Where(happened => happened != "take").Take(7));
        Assert.Equal(["MC1117 b.837", "MC1117 a.837"], taker.Findings.Where(finding => finding.Rule.Phase == FindingPhase.File).Select(finding => $"{finding.Rule.Id} {finding.Place.File.Path}").Take(2));
        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Phase != FindingPhase.Run);
    }

    // What can be kept is less than one claim, and some of them.
    [Theory]
    [InlineData(1, 2_000)]
    [InlineData(3, 20_000)]
    public void Many_small_files_of_which_few_claims_can_be_kept_are_handed_on_file_by_file(int jobs, long memory)
    {
        using var output = new MemoryStream();
        var report = new NdjsonReport(output, PhiLevel.Mask, new Redaction(), jobs);
        var taker = new EarlyTaker { Next = report };

        var rest = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf, Jobs = jobs, Memory = memory, Early = taker }).Check(Small);
        report.End(rest);

        Assert.Equal(EarlyRun.InAnyOrder(SmallAtOnce.Value.Findings), EarlyRun.InAnyOrder(taker.Findings.Concat(rest.Findings)));
        Assert.Equal(Small.Count, taker.Events.Count(happened => happened == "close"));
        Assert.Equal(taker.Findings.Select(finding => finding.Place.File.Path).Order(StringComparer.Ordinal), taker.Findings.Select(finding => finding.Place.File.Path));
        Assert.Equal(Written.As("ndjson", SmallAtOnce.Value), Encoding.UTF8.GetString(output.ToArray()));
    }
}
