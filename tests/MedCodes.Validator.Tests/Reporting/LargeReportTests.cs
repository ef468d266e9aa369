using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>Reports of more findings than memory may hold are the same bytes as those of few.</summary>
public sealed class LargeReportTests
{
    private const int TinyMemory = 1000;

    private static readonly ImmutableArray<SourceFile> Pages =
        [.. Enumerable.Range(0, 150).Select(number => SourceFile.FromBytes($"pages/{number}.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("line\n", number)) + SampleReport.Page)))];

    private static readonly Report Whole = Make(int.MaxValue);

    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Findings_in_a_file_are_written_as_those_in_memory(string format) =>
        Assert.Equal(Written.As(format, Whole), Written.As(format, Make(TinyMemory)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_number_of_blocks_at_a_time_writes_the_same_bytes(string format)
    {
        var alone = Written.As(format, Whole);

        Assert.All([2, 3, 16], jobs => Assert.Equal(alone, Written.As(format, ShownReport.Of(Make(TinyMemory)), out _, new ReportSettings { Jobs = jobs })));
    }

    [Fact]
    public void There_is_at_least_one_job() => Assert.Throws<ArgumentOutOfRangeException>(() => new ReportSettings { Jobs = 0 });

    [Fact]
    public void An_error_of_a_block_is_the_error_of_the_report()
    {
        using var full = new MemoryStream(new byte[5000]);

        Assert.Throws<NotSupportedException>(() => ReportFormats.Write("ndjson", ShownReport.Of(Whole), full, new ReportSettings { Jobs = 3 }));
    }

    [Fact]
    public void Each_file_has_one_suite_with_its_findings_in_whatever_order_they_stand()
    {
        var apart = SourceFile.FromBytes("medcodes.yaml", "x"u8.ToArray());
        Finding On(SourceFile file, int number) => SampleReport.CodeOnPage with { Place = new Place { File = file, Span = default }, Fingerprint = $"{number}" };
        Finding[] findings = [On(apart, 0), On(Pages[0], 1), On(Pages[2], 2), On(Pages[2], 3), On(Pages[1], 4), On(Pages[0], 5)];
        var shown = ShownReport.Of(SampleReport.Of([], [.. findings])).Findings;
        using var byFile = new FindingsByFile(shown, file => file != apart.Path);

        Assert.Equal(["1", "5"], Prints(Pages[0]));
        Assert.Empty(byFile.Of("pages/none.txt"));
        Assert.Equal(["2", "3"], Prints(Pages[2]));
        Assert.Equal(["4"], Prints(Pages[1]));
        Assert.Equal(["0"], Prints(apart));
        Assert.Equal([2, 1, 0], new[] { Pages[0].Path, apart.Path, "pages/none.txt" }.Select(byFile.CountOf));

        IEnumerable<string> Prints(SourceFile file) => byFile.Of(file.Path).Select(finding => finding.Fingerprint).ToList();
    }

    [Fact]
    public void Stages_that_set_findings_aside_do_the_same_with_findings_in_a_file()
    {
        Assert.Equal(After(Whole), After(Make(TinyMemory)));

        static string After(Report report)
        {
            var options = new WaiverOptions
            {
                AsOf = new DateOnly(2024, 9, 1),
                KnownRules = ["MC4101"],
                Waivers = [new Waiver { Rule = "MC4101", Covers = _ => true, Path = "2300[1]", Reason = "agreed", File = SampleReport.PageFile, Span = default }, new Waiver { Rule = "MC2301", Covers = _ => true, Claim = -1, Reason = "unused", File = SampleReport.PageFile, Span = default }],
            };
            var waived = SuppressionStage.Apply(report, [], options);
            var some = Baseline.Of(waived.Findings.Where((_, number) => number % 3 == 0), path => path);
            var (left, _) = some.Apply(waived, new BaselinePaths(path => path, _ => true, path => path), claims: true);
            var changed = new ChangedLines(ImmutableDictionary<string, ImmutableArray<LineRange>?>.Empty.Add("batch.837", null)).Apply(left);
            return Written.As("sarif", ShownReport.Of(changed), out _, new ReportSettings { SarifSuppressed = true }) + Written.As("ndjson", changed);
        }
    }

    private static Report Make(int mostInMemory)
    {
        var claims = Enumerable.Range(1, 400).SelectMany(claim => new[] { SampleReport.AddOnAlone, SampleReport.PatientNamed }
            .Select(finding => finding with { Place = finding.Place with { Claim = claim, ClaimId = $"A{claim % 300}" }, ChargeAtRisk = finding.ChargeAtRisk + claim }));
        var pages = Pages.SelectMany(page => Enumerable.Range(0, 3).Select(number => SampleReport.CodeOnPage with
        {
            Severity = (Severity)(number + 1),
            Place = new Place { File = page, Span = new SourceSpan(page.Length - 20 + number, 2), Section = "summary" },
        }));
        var files = Pages.Select(page => new CheckedFile(page.Path, ContentKind.Text, 0, 0)).Prepend(new CheckedFile("batch.837", ContentKind.X12, 400, 400));
        return SampleReport.Of([.. files], FindingList.Of(Fingerprints.Assign(claims.Concat(pages), file => Pages.Contains(file)).Select(finding => finding), mostInMemory));
    }
}
