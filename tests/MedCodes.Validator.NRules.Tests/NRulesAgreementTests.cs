using MedCodes.Validator.Batches;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.NRules.Tests;

/// <summary>What NRules binds against what the definition binds.</summary>
public class NRulesAgreementTests
{
    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly string[] Fixtures =
        [.. Repository.Files("fixtures", "*").Where(path => path.Contains("claims", StringComparison.Ordinal) || path.Contains("documents", StringComparison.Ordinal))];

    [Fact]
    public void NRules_gives_what_the_definition_gives_on_random_rules_and_patients() => Agreement.OnRandomCases(100, NRulesEngine.Make);

    [Fact]
    public void NRules_gives_what_the_definition_gives_on_random_rules_about_pages() => PageAgreement.OnRandomCases(20, NRulesEngine.Make, readsFindings: true);

    [Fact]
    public void NRules_gives_what_the_definition_gives_on_runs_of_several_files() => RunAgreement.OnRandomCases(60, NRulesEngine.Make, readsFindings: true);

    [LongFact]
    [Trait("Length", "Long")]
    public void NRules_gives_what_the_definition_gives_in_thousands_of_cases() => Agreement.OnManyRuns(LongRun.First, LongRun.Of(300), 20, NRulesEngine.Make);

    [LongFact]
    [Trait("Length", "Long")]
    public void NRules_gives_what_the_definition_gives_in_thousands_of_runs() =>
        RunAgreement.OnManyRuns(LongRun.First, LongRun.Of(300), 10, readsFindings: true, NRulesEngine.Make);

    [Theory]
    [InlineData(851292947, 48)]
    public void Engines_agree_where_they_once_did_not(int library, int runs) => Agreement.OnRuns(library, runs, NRulesEngine.Make);

    [Fact]
    public void Every_fixture_gives_the_same_report()
    {
        var options = new ValidatorOptions { AsOf = AsOf, Engine = EngineChoice.Naive };
        var (naive, nrules) = (new ClaimValidator(ShippedRules.Set, options), new ClaimValidator(ShippedRules.Set, NRulesEngine.With(options)));
        foreach (var path in Fixtures)
            Assert.Equal(JudgementText.Of(naive.Check([Open(path)])), JudgementText.Of(nrules.Check([Open(path)])));
    }

    [Fact]
    public void Every_case_inside_a_rule_is_judged_alike_by_all_rules()
    {
        var reader = new RuleTestReader(ShippedRules.Set, new Diagnostics());
        var (naive, nrules) = (new NaiveEngine(ShippedRules.Set), NRulesEngine.Make(ShippedRules.Set));
        foreach (var test in ShippedRules.Set.Rules.SelectMany(rule => reader.Read(rule)).Where(test => !test.Claims.IsEmpty))
            Assert.Equal(Judged(naive, test), Judged(nrules, test));
    }

    private static string Judged(Engine.IRuleEngine engine, RuleTest test) => string.Join(
        "\n====\n", RunJudgement.Of(engine, ShippedRules.Set, test.Claims, AsOf, test.History).Judgements.Select(JudgementText.Of));

    private static SourceFile Open(string path) => SourceFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
}
