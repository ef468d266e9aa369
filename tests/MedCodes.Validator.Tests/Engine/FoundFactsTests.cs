using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Findings about files and pages as facts that later rules match; those about claims stand with denials.</summary>
public sealed class FoundFactsTests
{
    private const string NoSummary = """
        match: { slot: { is: slot, where: { section: summary } } }
        check: { slot.count: { at-least: 1 } }
        """;

    [Fact]
    public void A_rule_about_pages_reads_what_was_found_on_the_page()
    {
        const string readsIt = """
            match: { page: { is: document } }
            forbid: { found: { is: finding, same-as: { page: [document] }, where: { rule: MC6001, severity: warning } } }
            """;

        Assert.Equal(
            ["MC6001 page.md", "MC6002 page.md"],
            FileTrial.Found(FileTrial.Check([RuleText.OfPages(NoSummary, 1), RuleText.OfPages(readsIt, 2)], ("page.md", FileTrial.Page))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Findings_of_a_page_are_counted_and_tell_their_section()
    {
        const string titles = """
            match: { title: { is: section, where: { section: title } } }
            check: { title.words: 0 }
            """;
        const string counted = """
            match:
              page: { is: document }
              found: { is: total, of: finding, same-as: { page: [document] }, where: { rule: [MC6001, MC6002], section: title } }
            check: { found.count: 0 }
            """;
        var report = FileTrial.Check([RuleText.OfPages(titles, 1), RuleText.OfPages(NoSummary, 2), RuleText.OfPages(counted, 3)], ("page.md", FileTrial.Page));

        Assert.Single(report.Findings, finding => finding.Rule.Id == "MC6003");
        Assert.Contains(report.Findings, finding => finding.Rule.Id == "MC6002");
    }

    [Theory]
    [InlineData("rule: MC2001", true)]
    [InlineData("rule: MC2001, frequency: 1", false)]
    [InlineData("rule: MC2002, frequency: 1", true)]
    [InlineData("rule: MC2002, frequency: 7", false)]
    public void A_rule_about_files_reads_what_was_found_on_the_file_and_on_its_claims(string where, bool reads)
    {
        const string named = """
            match: { file: { is: file } }
            check: { file.path: other.837 }
            """;
        const string claimed = """
            match: { file: { is: file } }
            forbid: { claim: { is: claim, same-as: { file: [file] }, where: { frequency: 1 } } }
            report: [claim]
            """;
        var readsThem = $$"""
            match: { file: { is: file } }
            forbid: { found: { is: finding, same-as: { file: [file] }, where: { {{where}} } } }
            """;
        var report = FileTrial.Check([RuleText.Source(named, 1), RuleText.Source(claimed, 2), RuleText.Source(readsThem, 3)], ("claims.837", FileTrial.Claims));

        // Of a file itself there is no frequency, which is unknown and so no finding.
        Assert.Equal(reads, report.Findings.Any(finding => finding.Rule.Id == "MC2003"));
    }

    [Fact]
    public void Rules_that_are_judged_elsewhere_are_not_read()
    {
        const string onClaims = """
            match: { claim: { is: claim } }
            check: { claim.frequency: 7 }
            """;
        const string onFiles = """
            match: { file: { is: file } }
            forbid: { found: { is: finding, same-as: { file: [file] }, where: { rule: MC2001 } } }
            """;

        RuleSet.TryLoad([RuleText.Source(onClaims, 1), RuleText.Source(onFiles, 2)], out _, out var diagnostics);

        Assert.Equal(
            "MC2001 is judged on claims and patients and this rule on files: a rule reads findings of rules that are judged with it",
            Assert.Single(diagnostics).Message);
    }
}
