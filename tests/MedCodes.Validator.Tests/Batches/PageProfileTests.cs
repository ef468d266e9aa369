using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>The profile of pages says which rules are off for their editors and how much the others weigh.</summary>
public sealed class PageProfileTests
{
    private const string Profile = "profiles/editors.yaml";

    private static readonly string Page = File.ReadAllText(Repository.PathOf("fixtures/documents/second-facet-level-add-on.txt")).TrimEnd()
        .Replace("\nSummary\n", "\nRemarks\n\nNone.\n\nSummary\n", StringComparison.Ordinal);

    [Theory]
    [InlineData(EngineChoice.BuiltIn)]
    [InlineData(EngineChoice.Naive)]
    public void Rules_that_are_noise_to_an_editor_are_off(EngineChoice engine)
    {
        Assert.DoesNotContain(Check(ShippedRules.Set, engine), finding => finding.Rule.Name == "final-newline-missing");
        Assert.Contains(Check(With("profile: editors\nfor: { pages: yes }\n"), engine), finding => finding.Rule.Name == "final-newline-missing");
    }

    [Fact]
    public void It_changes_severities_of_pages()
    {
        var strict = With("profile: editors\nfor: { pages: yes }\nseverities: { final-newline-missing: warning }\n");
        Assert.Equal(Severity.Warning, Check(strict, EngineChoice.BuiltIn).Single(finding => finding.Rule.Name == "final-newline-missing").Severity);
    }

    [Fact]
    public void Every_rule_about_pages_that_is_only_worth_knowing_stands_in_it_and_no_other()
    {
        var profile = ShippedRules.Set.PageProfile!;
        var words = File.ReadAllText(Repository.PathOf("rules", "profiles", "editors.yaml")).Split([' ', ',', ':', '[', ']', '\n']);
        foreach (var rule in ShippedRules.Set.Rules.Where(rule => rule.Id is ['M', 'C', '6' or '7', ..]))
        {
            var isNoise = rule.Description.Severity == Severity.Info;
            Assert.Equal(isNoise, words.Contains(rule.Name));
            Assert.True(isNoise || !profile.IsOff(rule.Description));
            Assert.Equal(rule.Description.Severity, profile.SeverityOf(rule.Description));
        }
    }

    [Fact]
    public void Two_profiles_for_pages_are_a_fault()
    {
        Assert.False(RuleSet.TryLoad([.. Files, new YamlSource("profiles/others.yaml", "profile: others\nfor: { pages: yes }\n")], out _, out var diagnostics));
        Assert.Equal("the profile 'others' is a second one for pages", Assert.Single(diagnostics).Message);
    }

    private static IEnumerable<YamlSource> Files => RuleFolder.Read(Repository.PathOf("rules"));

    private static RuleSet With(string profile)
    {
        Assert.True(RuleSet.TryLoad([.. Files.Where(file => file.Path != Profile), new YamlSource(Profile, profile)], out var rules, out _));
        return rules;
    }

    private static FindingList Check(RuleSet rules, EngineChoice engine) =>
        new ClaimValidator(rules, new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15), Engine = engine }).Check([SourceFile.FromBytes("page.txt", Encoding.UTF8.GetBytes(Page))]).Findings;
}
