using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Tests.Waivers;

public sealed class BaselineTests
{
    private const string Old = "Billed with 64491 alone.\nAlso 64491 here.\n";

    [Fact]
    public void What_was_there_is_set_aside_after_lines_were_put_in_above()
    {
        var (after, stale) = Taken(Old).Apply(Report("new\nlines\n" + Old), Same, claims: false, _ => true);

        Assert.Empty(after.Findings);
        Assert.Equal(2, after.SetAside.Count(aside => aside.Reason == SetAsideReason.Baselined));
        Assert.Equal(0, stale);
    }

    [Fact]
    public void The_line_of_an_old_finding_may_be_edited_and_a_further_finding_is_new()
    {
        var (edited, _) = Taken(Old).Apply(Report(Old.Replace("alone", "by itself", StringComparison.Ordinal)), Same, claims: false, _ => true);
        var (further, _) = Taken(Old).Apply(Report(Old + "A third 64491.\n"), Same, claims: false, _ => true);

        Assert.Empty(edited.Findings);
        Assert.Single(further.Findings);
    }

    [Fact]
    public void A_rule_that_was_renamed_keeps_its_entries()
    {
        var report = Report(Old);
        var renamed = report with { Findings = [.. report.Findings.Select(finding => finding with { Rule = finding.Rule with { Name = "another-name" } })] };

        var (after, stale) = Taken(Old).Apply(renamed, Same, claims: false, _ => true);

        Assert.Empty(after.Findings);
        Assert.Equal(0, stale);
    }

    [Fact]
    public void What_was_mended_is_counted_and_taken_out()
    {
        var baseline = Taken(Old);
        var mended = Report("Billed with 64491 alone.\n");

        Assert.Equal(1, baseline.Apply(mended, Same, claims: false, _ => true).Stale);
        Assert.Equal(1, baseline.Prune(mended, Same, _ => true).Count);
    }

    [Fact]
    public void Files_that_were_not_checked_keep_their_entries_while_they_exist()
    {
        var other = Report("nothing", "other.txt");

        Assert.Equal(2, Taken(Old).Prune(other, Same, _ => true).Count);
        Assert.Equal(0, Taken(Old).Prune(other, Same, _ => false).Count);
        Assert.Equal(0, Taken(Old).Apply(other, Same, claims: false, _ => true).Stale);
    }

    [Fact]
    public void What_it_holds_of_a_file_that_is_gone_is_stale() =>
        Assert.Equal(2, Taken(Old).Apply(Report("nothing", "other.txt"), Same, claims: false, path => path != "page.txt").Stale);

    [Fact]
    public void The_file_is_sorted_holds_no_content_and_reads_back()
    {
        var text = Taken(Old).Write();

        Assert.Equal(text, Baseline.Read(text).Write());
        Assert.DoesNotContain("64491", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{ "version": "9", "files": {} }""")]
    [InlineData("""{ "version": "1", "files": { "a": { "MC1": { "x": "y" } } } }""")]
    public void What_is_no_baseline_is_refused(string text) => Assert.Throws<InvalidDataException>(() => Baseline.Read(text));

    [Fact]
    public void Findings_on_claims_count_only_where_that_is_asked_for()
    {
        var baseline = Baseline.Of(SampleReport.Full.Findings, Same);

        Assert.Equal(["MC4101", "MC2301"], baseline.Apply(SampleReport.Full, Same, claims: false, _ => true).Report.Findings.Select(finding => finding.Rule.Id));
        Assert.Empty(baseline.Apply(SampleReport.Full, Same, claims: true, _ => true).Report.Findings);
    }

    [Fact]
    public void Whatever_stands_in_a_claim_file_is_left_out_unless_it_is_asked_for()
    {
        var envelope = SampleReport.AddOnAlone with { Place = SampleReport.AddOnAlone.Place with { Claim = null, Path = "ISA" } };
        var report = SampleReport.Of(SampleReport.Full.Files, [.. SampleReport.Full.Findings, envelope]);

        var pages = Baseline.Of(report, Same, claims: false);

        Assert.Equal([SampleReport.CodeOnPage.Place.File.Path], pages.Entries.Select(entry => entry.Path).Distinct());
        Assert.Equal(report.Findings.Length, Baseline.Of(report, Same, claims: true).Count);
        Assert.Equal(0, Baseline.Of(report, Same, claims: true).Apply(report with { Findings = [SampleReport.CodeOnPage] }, Same, claims: false, _ => true).Stale);
    }

    private static Baseline Taken(string text) => Baseline.Of(Report(text).Findings, Same);

    private static string Same(string path) => path;

    private static Report Report(string text, string path = "page.txt")
    {
        var file = SourceFile.FromBytes(path, Encoding.UTF8.GetBytes(text));
        var findings = new List<Finding>();
        for (var at = text.IndexOf("64491", StringComparison.Ordinal); at >= 0; at = text.IndexOf("64491", at + 1, StringComparison.Ordinal))
            findings.Add(SampleReport.CodeOnPage with { Place = new Place { File = file, Span = new SourceSpan(at, 5) } });
        return SampleReport.Of([new CheckedFile(path, ContentKind.Text, 0, 0)], Fingerprints.Assign(findings, _ => true));
    }
}
