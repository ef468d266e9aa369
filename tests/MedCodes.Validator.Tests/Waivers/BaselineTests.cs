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
        var (after, stale) = Taken(Old).Apply(Report("new\nlines\n" + Old), All, claims: false);

        Assert.Empty(after.Findings);
        Assert.Equal(2, after.SetAside.Count(aside => aside.Reason == SetAsideReason.Baselined));
        Assert.Equal(0, stale);
    }

    [Fact]
    public void The_line_of_an_old_finding_may_be_edited_and_a_further_finding_is_new()
    {
        var (edited, _) = Taken(Old).Apply(Report(Old.Replace("alone", "by itself", StringComparison.Ordinal)), All, claims: false);
        var (further, _) = Taken(Old).Apply(Report(Old + "A third 64491.\n"), All, claims: false);

        Assert.Empty(edited.Findings);
        Assert.Single(further.Findings);
    }

    [Fact]
    public void A_rule_that_was_renamed_keeps_its_entries()
    {
        var report = Report(Old);
        var renamed = report with { Findings = [.. report.Findings.Select(finding => finding with { Rule = finding.Rule with { Name = "another-name" } })] };

        var (after, stale) = Taken(Old).Apply(renamed, All, claims: false);

        Assert.Empty(after.Findings);
        Assert.Equal(0, stale);
    }

    [Fact]
    public void What_was_mended_is_counted_and_taken_out()
    {
        var baseline = Taken(Old);
        var mended = Report("Billed with 64491 alone.\n");

        Assert.Equal(1, baseline.Apply(mended, All, claims: false).Stale);
        Assert.Equal(1, baseline.Prune(mended, All).Count);
    }

    [Fact]
    public void Files_that_were_not_checked_keep_their_entries_while_they_exist()
    {
        var other = Report("nothing", "other.txt");

        Assert.Equal(2, Taken(Old).Prune(other, All).Count);
        Assert.Equal(0, Taken(Old).Prune(other, With(_ => false)).Count);
        Assert.Equal(0, Taken(Old).Apply(other, All, claims: false).Stale);
    }

    [Fact]
    public void What_it_holds_of_a_file_that_is_gone_is_stale() =>
        Assert.Equal(2, Taken(Old).Apply(Report("nothing", "other.txt"), With(path => path != "page.txt"), claims: false).Stale);

    [Theory]
    [InlineData(Old, 0, 0)]
    [InlineData("A line above.\n" + Old + "A third 64491.\n", 1, 0)]
    [InlineData("Billed with 64491 alone.\nAnd 64491, edited.\n", 0, 0)]
    [InlineData("Another page that says 64491.\n", 1, 2)]
    public void A_page_that_was_renamed_is_known_by_the_text_of_its_findings(string text, int left, int stale)
    {
        var paths = With(path => path != "page.txt");
        var report = Report(text, "renamed.txt");

        var (after, notFound) = Taken(Old).Apply(report, paths, claims: false);

        Assert.Equal((left, stale), (after.Findings.Count, notFound));
        Assert.Equal(report.Findings.Count - left, Taken(Old).Prune(report, paths).Entries.Where(entry => entry.Path == "renamed.txt").Sum(entry => entry.Count));
    }

    [Fact]
    public void A_page_that_is_still_there_or_has_entries_of_its_own_was_not_renamed()
    {
        var both = Baseline.Of([.. Report(Old).Findings, Report(Old, "other.txt").Findings[0]], Same);

        Assert.Equal(2, Taken(Old).Apply(Report(Old, "copy.txt"), All, claims: false).Report.Findings.Count);
        Assert.Single(both.Apply(Report(Old, "other.txt"), With(path => path != "page.txt"), claims: false).Report.Findings);
    }

    [Fact]
    public void What_two_pages_have_between_them_may_be_found_at_the_other_one()
    {
        var (here, there) = (Report(Old), Report(Old, "other.txt"));
        var twoPages = here.Findings[0] with { Witnesses = [new Witness { Name = "other", Kind = "document", Place = there.Findings[0].Place }] };

        var (after, stale) = Baseline.Of([there.Findings[0]], Same).Apply(here with { Files = [.. here.Files, .. there.Files], Findings = [twoPages] }, All, claims: false);

        Assert.Empty(after.Findings);
        Assert.Equal(0, stale);
    }

    [Fact]
    public void A_claim_file_of_another_name_is_another_one()
    {
        var report = SampleReport.Full with { Findings = Fingerprints.Assign(SampleReport.Full.Findings, IsPage) };
        var former = Baseline.Of(Fingerprints.Assign(SampleReport.Full.Findings, IsPage, Former), Former);

        var (after, _) = former.Apply(report, With(path => !path.StartsWith("former/", StringComparison.Ordinal)), claims: true);

        Assert.Equal(["MC4101", "MC2301"], after.Findings.Select(finding => finding.Rule.Id));

        static string Former(string path) => "former/" + path;

        static bool IsPage(SourceFile file) => file == SampleReport.PageFile;
    }

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

        Assert.Equal(["MC4101", "MC2301"], baseline.Apply(SampleReport.Full, All, claims: false).Report.Findings.Select(finding => finding.Rule.Id));
        Assert.Empty(baseline.Apply(SampleReport.Full, All, claims: true).Report.Findings);
    }

    [Fact]
    public void Whatever_stands_in_a_claim_file_is_left_out_unless_it_is_asked_for()
    {
        var envelope = SampleReport.AddOnAlone with { Place = SampleReport.AddOnAlone.Place with { Claim = null, Path = "ISA" } };
        var report = SampleReport.Of(SampleReport.Full.Files, [.. SampleReport.Full.Findings, envelope]);

        var pages = Baseline.Of(report, Same, claims: false);

        Assert.Equal([SampleReport.CodeOnPage.Place.File.Path], pages.Entries.Select(entry => entry.Path).Distinct());
        Assert.Equal(report.Findings.Count, Baseline.Of(report, Same, claims: true).Count);
        Assert.Equal(0, Baseline.Of(report, Same, claims: true).Apply(report with { Findings = [SampleReport.CodeOnPage] }, All, claims: false).Stale);
    }

    private static Baseline Taken(string text) => Baseline.Of(Report(text).Findings, Same);

    private static BaselinePaths All => With(_ => true);

    private static BaselinePaths With(Func<string, bool> exists) => new(Same, exists, Same);

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
