using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Rules about files: which files they are for, and the order of what stands in one.</summary>
public sealed class FileScopeTests
{
    private const string Named = """
        match: { file: { is: file } }
        check: { file.path: { matches: "[a-z]+[.][a-z0-9]+" } }
        """;

    [Theory]
    [InlineData("professional, institutional", 1)]
    [InlineData("document", 1)]
    [InlineData("professional, document", 2)]
    public void A_rule_about_files_is_for_those_that_hold_what_it_applies_to(string appliesTo, int passed)
    {
        var report = FileTrial.Check([AppliesTo(Named, appliesTo)], ("claims.837", FileTrial.Claims), ("page.md", FileTrial.Page));

        Assert.Equal(passed, Assert.Single(report.Ledger.Rules).Counts.Pass);
        Assert.Equal(2 - passed, Assert.Single(report.Ledger.Rules).Counts.NotApplicable);
    }

    [Theory]
    [InlineData("professional, institutional")]
    [InlineData("document")]
    public void Of_a_file_that_nothing_can_be_made_of_every_rule_speaks(string appliesTo) =>
        Assert.Equal(1, Assert.Single(FileTrial.Check([AppliesTo(Named, appliesTo)], ("empty.txt", "")).Ledger.Rules).Counts.Pass);

    // In an 837 the billing provider stands before the claim, and diagnoses before its other providers.
    [Theory]
    [InlineData("provider, where: { role: billing }", "claim")]
    [InlineData("claim", "diagnosis")]
    [InlineData("diagnosis", "provider, where: { role: rendering }")]
    [InlineData("provider, where: { role: rendering }", "line")]
    [InlineData("line", "modifier")]
    public void Later_is_what_stands_later_in_the_file(string earlier, string later)
    {
        Assert.NotEmpty(Found(earlier, later));
        Assert.Empty(Found(later, earlier));

        static IEnumerable<string> Found(string first, string second)
        {
            var rule = $$"""
                match: { first: { is: {{first}} } }
                forbid: { second: { is: {{second}}, after: first, same-as: { first: [claim] } } }
                """;
            return FileTrial.Found(FileTrial.Check([RuleText.Source(rule, 1)], ("claims.837", FileTrial.Claims)));
        }
    }

    private static YamlSource AppliesTo(string logic, string inputs)
    {
        if (inputs == "professional, institutional")
            return RuleText.Source(logic, 1);
        var source = RuleText.OfPages(logic, 1);
        var ofClaims = inputs == "document" ? "" : "\nsnip: 1\nstage: front-end-reject\nactor: biller\nneeds: none";
        return new YamlSource(
            source.Path,
            source.Text.Replace("applies-to: [document]", $"applies-to: [{inputs}]{ofClaims}", StringComparison.Ordinal).Replace("MC6001", "MC1901", StringComparison.Ordinal));
    }
}
