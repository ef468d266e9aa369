using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.RuleTests.Mutation;

/// <summary>The tests inside the shipped rules notice every change of their rule, or the rule says why none can.</summary>
public sealed class ShippedMutantTests
{
    [Theory]
    [InlineData("MC1002")]
    [InlineData("MC2102")]
    [InlineData("MC4102")]
    [InlineData("MC4401")]
    [InlineData("MC5001")]
    public void Tests_kill_the_mutants_of_a_rule(string id) => AssertClean(MutationRunner.Run(ShippedRules.Set, rule => rule.Id == id));

    [LongFact]
    [Trait("Length", "Long")]
    public void Tests_kill_the_mutants_of_every_rule() => AssertClean(MutationRunner.Run(ShippedRules.Set));

    private static void AssertClean(MutationReport report)
    {
        Assert.Empty(report.Diagnostics);
        Assert.NotEqual(0, report.Mutants);
        Assert.Empty(report.Rules.SelectMany(rule => rule.Survivors.Where(one => one.Because is null).Select(one => $"{rule.Rule}: {one.Name}")));
        Assert.True(report.IsClean);
    }
}
