using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>A fault of ours in one rule is told of that rule, and the others are judged.</summary>
public sealed class RuleCrashTests
{
    [Theory]
    [InlineData(EngineChoice.Naive)]
    [InlineData(EngineChoice.BuiltIn)]
    public void A_rule_that_crashes_is_named_and_not_evaluated_and_the_others_run_on(EngineChoice engine)
    {
        var trial = new Trial
        {
            Rules =
            [
                "match: { line: { is: line } }\ncheck: { line.unit: MJ }",
                "match: { line: { is: line } }\ncheck: { line.code: 99999 }",
                "match: { line: { is: line } }\nforbid: { other: { is: line, after: line, same-as: { line: [patient, date] }, where: { unit: UN } } }",
            ],
        };
        var loaded = trial.Load();
        var rules = new RuleSet([CrashingRule.Of(loaded.Rules[0]), loaded.Rules[1], CrashingRule.Of(loaded.Rules[2])], loaded.Library, loaded.Profiles);
        var two = FileTrial.Claims.Replace("SE*26*", "LX*2\nSV1*HC:64490:RT:59*100*UN*1***1\nDTP*472*D8*20240715\nSE*29*", StringComparison.Ordinal);

        var report = new ClaimValidator(rules, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16), Engine = engine })
            .Check([SourceFile.FromBytes("claims.837", System.Text.Encoding.UTF8.GetBytes(two))]);

        Assert.Equal(
            [new CrashedRule("MC2001", "some-rule-1", nameof(NotSupportedException)), new CrashedRule("MC2003", "some-rule-3", nameof(NotSupportedException))], report.Crashed.AsEnumerable());
        Assert.Equal(["MC2002", "MC2002"], report.Findings.Select(finding => finding.Rule.Id));
        Assert.All([report.Ledger.Rules[0], report.Ledger.Rules[2]], rule => Assert.Equal(new OutcomeCounts(0, 0, 0, 0, 1), rule.Counts));
    }

    [Theory]
    [InlineData(EngineChoice.Naive)]
    [InlineData(EngineChoice.BuiltIn)]
    public void A_rule_that_crashes_on_what_it_begins_with_is_named_and_the_others_run_on(EngineChoice engine)
    {
        var loaded = new Trial
        {
            Rules = ["match: { line: { is: line } }\ncheck: { line.code: 64490 }", "match: { line: { is: line } }\ncheck: { line.code: 99999 }"],
        }.Load();
        var rules = new RuleSet([CrashingRule.OfMatch(loaded.Rules[0]), loaded.Rules[1]], loaded.Library, loaded.Profiles);

        var report = new ClaimValidator(rules, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16), Engine = engine })
            .Check([SourceFile.FromBytes("claims.837", System.Text.Encoding.UTF8.GetBytes(FileTrial.Claims))]);

        Assert.Equal([new CrashedRule("MC2001", "some-rule-1", nameof(NotSupportedException))], report.Crashed.AsEnumerable());
        Assert.Equal(["MC2002"], report.Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void A_test_of_a_rule_that_crashes_fails_whatever_it_expects()
    {
        var loaded = new Trial
        {
            Rules = ["match: { line: { is: line } }\ncheck: { line.unit: MJ }\ntests: { valid: [ { name: unknown, expect: not-evaluated } ] }"],
        }.Load();
        var report = RuleTestRunner.Run(new RuleSet([CrashingRule.Of(loaded.Rules[0])], loaded.Library, loaded.Profiles));

        Assert.Equal("the rule crashed: NotSupportedException", Assert.Single(report.Results).Failure);
    }
}
