namespace MedCodes.Validator.Tests.Rules;

/// <summary>Rules about pages must not cry wolf: each states in its tests what looks like its defect and is none.</summary>
public sealed class LookAlikeTests
{
    private const string LookAlike = "name: \"looks like it: ";

    public static TheoryData<string> RulesAboutPages =>
        [.. ShippedRules.Set.Rules.Where(rule => rule.Description.AppliesTo.Contains("document")).Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(RulesAboutPages))]
    public void A_rule_about_pages_states_what_looks_like_its_defect_and_is_none(string id)
    {
        var text = ShippedRules.Set.Find(id)!.Source.Text;
        var valid = text[text.IndexOf("\n  valid:", StringComparison.Ordinal)..];
        var said = valid.Split("\n    - ").Where(test => test.StartsWith(LookAlike, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, test => Assert.Contains("page", test[LookAlike.Length..], StringComparison.Ordinal));
        Assert.All(said, test => Assert.DoesNotContain("expect: not-evaluated", test, StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_more_than_thirty_rules_about_pages() => Assert.True(RulesAboutPages.Count > 30);
}
