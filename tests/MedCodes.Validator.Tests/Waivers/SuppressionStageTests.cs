using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Tests.Waivers;

public sealed class SuppressionStageTests
{
    private static readonly DateOnly Today = new(2024, 9, 1);

    [Theory]
    [InlineData("<!-- medcodes-disable-next-line MC7104 -- agreed -->\nBilled with 64491.\n")]
    [InlineData("<!-- medcodes-disable-next-line add-on-unstated -- agreed -->\n\nBilled with 64491.\n")]
    [InlineData("<!-- medcodes-disable-next-line mc7104, MC7104 until=2024-09-01 -- agreed -->\nBilled with 64491.\n")]
    [InlineData("Billed with 64491. <!-- medcodes-disable-line MC7104 -- agreed -->\n")]
    [InlineData("Billed with 64491. <!-- medcodes-disable-line MC7104 -- agreed until=2024-09-01 -->\n")]
    [InlineData("<!-- medcodes-disable MC7104 -- agreed -->\r\ntext\r\n\r\nBilled with 64491.\r\n<!-- medcodes-enable MC7104 -->\r\n")]
    [InlineData("Billed with 64491.\n\n<!-- medcodes-disable-file MC7104 -- agreed -->\n")]
    [InlineData("# medcodes-disable-next-line MC7104 -- agreed\nBilled with 64491.\n", "page.txt")]
    [InlineData("codes:\n  # medcodes-disable-next-line MC7104 -- agreed\n  - 64491\n", "page.yaml")]
    public void A_comment_suppresses_the_rule_that_it_names(string text, string path = "page.md")
    {
        var report = Judged(text, path);

        Assert.Empty(report.Findings);
        var aside = Assert.Single(report.SetAside);
        Assert.Equal((SetAsideReason.Suppressed, "agreed"), (aside.Reason, aside.Justification));
    }

    [Theory]
    [InlineData("```\n<!-- medcodes-disable-file MC7104 -- in code -->\n```\nBilled with 64491.\n", "page.md")]
    [InlineData("text: |\n  # medcodes-disable-file MC7104 -- in a scalar\ncode: 64491\n", "page.yaml")]
    [InlineData("{ \"text\": \"<!-- medcodes-disable-file MC7104 -- in JSON -->\", \"code\": \"64491\" }", "page.json")]
    [InlineData("# medcodes-disable-file MC7104 -- a heading\nBilled with 64491.\n", "page.md")]
    [InlineData("Billed with 64491.\n<!-- medcodes-disable-next-line MC7104 -- too late -->\nother\n", "page.md")]
    public void What_is_no_comment_there_suppresses_nothing(string text, string path) =>
        Assert.Contains("MC7104", Judged(text, path).Findings.Select(finding => finding.Rule.Id));

    [Theory]
    [InlineData("<!-- medcodes-disable-file MC2301 -- nothing of it here -->\nBilled with 64491.\n", "MC9501", Severity.Warning, "MC2301 finds nothing here.")]
    [InlineData("<!-- medcodes-disable-file add-on-missing -- a name is quoted as written -->\nBilled with 64491.\n", "MC9501", Severity.Warning, "add-on-missing finds nothing here.")]
    [InlineData("<!-- medcodes-disable-file MC7104 -->\nBilled with 64491.\n", "MC9502", Severity.Warning, "The suppression does not say why.")]
    [InlineData("<!-- medcodes-disable-file MC710 -- typing error -->\nBilled with 64491.\n", "MC9503", Severity.Error, "There is no rule MC710; did you mean MC7104?")]
    [InlineData("<!-- medcodes-disabel-file MC7104 -- typing error -->\nBilled with 64491.\n", "MC9506", Severity.Error, "medcodes-disabel-file is no comment that suppresses; did you mean medcodes-disable-file?")]
    [InlineData("<!-- medcodes-ignore MC7104 -- another word -->\nBilled with 64491.\n", "MC9506", Severity.Error, "medcodes-ignore is no comment that suppresses.")]
    [InlineData("# medcodes-disable-nextline MC7104 -- typing error\nBilled with 64491.\n", "MC9506", Severity.Error, "medcodes-disable-nextline is no comment that suppresses; did you mean medcodes-disable-next-line?", "page.txt")]
    [InlineData("# medcodes-off MC7104\nBilled with 64491.\n", "MC9506", Severity.Error, "medcodes-off is no comment that suppresses.", "page.txt")]
    [InlineData("<!-- medcodes-disable-file -- all -->\nBilled with 64491.\n", "MC9503", Severity.Error, "The suppression names no rule, so it suppresses nothing.")]
    [InlineData("<!-- medcodes-disable-file MC7104 until=2024-08-31 -- for a while -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The suppression ended on 2024-08-31.")]
    [InlineData("<!-- medcodes-disable-file MC7104 -- for a while until=2024-08-31 -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The suppression ended on 2024-08-31.")]
    [InlineData("<!-- medcodes-disable-file MC7104 until=2024-12-31 -- for a while until=2024-08-31 -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The suppression ended on 2024-08-31.")]
    [InlineData("<!-- medcodes-disable-file MC7104 until=2024-08-31 -- for a while until=2024-12-31 -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The suppression ended on 2024-08-31.")]
    [InlineData("<!-- medcodes-disable-file MC7104 -- for a while until=soon -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The last day of the suppression is none that can be read.")]
    [InlineData("<!-- medcodes-disable-file MC7104 -- until=2024-12-31 -->\nBilled with 64491.\n", "MC9502", Severity.Warning, "The suppression does not say why.")]
    [InlineData("<!-- medcodes-disable-file MC7104 unti=2020-01-01 -- typing error -->\nBilled with 64491.\n", "MC9503", Severity.Error, "There is no rule unti=2020-01-01; did you mean until=2020-01-01?")]
    [InlineData("<!-- medcodes-disable-file MC7104 until=soon -- for a while -->\nBilled with 64491.\n", "MC9504", Severity.Error, "The last day of the suppression is none that can be read.")]
    [InlineData("<!-- medcodes-disable MC7104 -- from here -->\nBilled with 64491.\n", "MC9505", Severity.Warning, "Nothing enables the rules of this suppression again.")]
    public void What_is_wrong_with_a_suppression_is_a_finding(string text, string rule, Severity severity, string message, string path = "page.md")
    {
        var finding = Assert.Single(Judged(text, path).Findings, finding => finding.Rule.Category == "validator");

        Assert.Equal((rule, severity, message), (finding.Rule.Id, finding.Severity, finding.Message.Render(Privacy.Open)));
        Assert.Equal(32, finding.Fingerprint.Length);
    }

    [Theory]
    [InlineData("# medcodes-baseline.json lists what was there\n", "page.txt")]
    [InlineData("```\n<!-- medcodes-disabel MC7104 -->\n```\n", "page.md")]
    public void A_text_that_only_names_the_command_is_no_misspelt_suppression(string text, string path) => Assert.Empty(Judged(text, path).Findings);

    [Fact]
    public void A_finding_returns_when_its_suppression_has_expired() =>
        Assert.Contains("MC7104", Judged("<!-- medcodes-disable-file MC7104 until=2024-08-31 -- x -->\nBilled with 64491.\n").Findings.Select(finding => finding.Rule.Id));

    [Fact]
    public void An_unused_suppression_is_taken_out_with_its_line_and_of_one_that_is_used_in_part_what_is_unused()
    {
        var unused = Assert.Single(Judged("first\n  <!-- medcodes-disable-line MC2301 -- x -->\r\n64491\n").Findings, finding => finding.Rule.Id == "MC9501");
        var half = Assert.Single(Judged("64491 <!-- medcodes-disable-line MC2301 MC7104 -- x -->\n").Findings, finding => finding.Rule.Id == "MC9501");

        Assert.Equal(new TextEdit(new SourceSpan(6, 46), ""), Assert.Single(unused.Edits));
        Assert.Equal(new TextEdit(new SourceSpan(32, 14), " MC7104"), Assert.Single(half.Edits));
    }

    [Fact]
    public void Nobody_says_that_a_suppression_is_unused_where_not_all_rules_were_judged() =>
        Assert.Empty(Judged("<!-- medcodes-disable-file MC2301 -- x -->\ntext\n", complete: false).Findings);

    [Fact]
    public void A_waiver_accepts_what_it_names_until_its_last_day()
    {
        var waiver = WaiverOf("MC4101", claim: 1);

        var until = Waived(waiver with { Until = Today });
        var after = Waived(waiver with { Until = Today.AddDays(-1) });

        Assert.DoesNotContain("MC4101", until.Findings.Select(finding => finding.Rule.Id));
        Assert.Equal((SetAsideReason.Waived, "confirmed"), (until.SetAside[0].Reason, until.SetAside[0].Justification));
        Assert.Contains("MC4101", after.Findings.Select(finding => finding.Rule.Id));
        Assert.Contains("MC9504", after.Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_waiver_of_another_claim_path_or_file_accepts_nothing_and_is_unused()
    {
        Waiver[] others =
        [
            WaiverOf("MC4101", claim: 2),
            WaiverOf("MC4101", claim: 1) with { Path = "2300[1]/2400[2]" },
            WaiverOf("MC4101", claim: 1) with { Covers = path => path == "other.837" },
        ];

        Assert.All(others, waiver => Assert.Equal(
            ["MC4101", "MC9501"], Waived(waiver).Findings.Select(finding => finding.Rule.Id).Intersect(["MC4101", "MC9501"]).Order(StringComparer.Ordinal)));
        Assert.DoesNotContain(Waived(WaiverOf("MC4101", claim: 1) with { Path = "2300[1]/2400[1]" }).Findings, finding => finding.Rule.Id == "MC9501");
    }

    [Fact]
    public void Each_meta_rule_explains_itself()
    {
        Assert.All(MetaRules.All, rule => Assert.Matches("^MC95[0-9]{2}$", rule.Id));
        Assert.All(MetaRules.All, rule => Assert.All(new[] { rule.Summary, rule.Fix, rule.Why }, text => Assert.EndsWith(".", text, StringComparison.Ordinal)));
    }

    private static Report Judged(string text, string path = "page.md", bool complete = true)
    {
        var page = SourceFile.FromBytes(path, Encoding.UTF8.GetBytes(text));
        var at = text.IndexOf("64491", StringComparison.Ordinal);
        FindingList findings = at < 0 ? [] :
        [
            SampleReport.CodeOnPage with { Place = new Place { File = page, Span = new SourceSpan(Encoding.UTF8.GetByteCount(text[..at]), 5) } },
        ];
        return SuppressionStage.Apply(SampleReport.Of([new CheckedFile(path, ContentKind.Text, 0, 0)], findings), [page], Options() with { IsComplete = complete });
    }

    private static Report Waived(Waiver waiver) => SuppressionStage.Apply(SampleReport.Full, [], Options() with { Waivers = [waiver] });

    private static Waiver WaiverOf(string rule, int claim) => new()
    {
        Rule = rule,
        Claim = claim,
        Covers = path => path == "batch.837",
        Reason = "confirmed",
        File = SourceFile.FromBytes("medcodes.yaml", "waivers: []"u8.ToArray()),
        Span = new SourceSpan(0, 7),
    };

    private static WaiverOptions Options() => new() { AsOf = Today, KnownRules = ["MC4101", "MC2301", "MC7104", "add-on-unstated", "add-on-missing"] };
}
