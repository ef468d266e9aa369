using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.RuleTests;

/// <summary>The tests inside the shipped rules, one case each.</summary>
public sealed class ShippedRuleTests
{
    private static readonly Lazy<RuleTestReport> Report = new(() => RuleTestRunner.Run(ShippedRules.Set));

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var result in Report.Value.Results)
                all.Add($"{result.Rule.Id} {result.Rule.Name}", result.Name);
            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_test_inside_a_rule_comes_out_as_written(string rule, string test)
    {
        var result = Report.Value.Results.Single(one => $"{one.Rule.Id} {one.Rule.Name}" == rule && one.Name == test);
        Assert.True(result.Failure is null, $"{result.Rule.Source.Path}:{result.Line}: {result.Failure}");
    }

    [Fact]
    public void Every_test_inside_a_rule_can_be_read() => Assert.Empty(Report.Value.Diagnostics);

    [Fact]
    public void Every_rule_has_a_test_that_fails_it_and_one_that_does_not() => Assert.Empty(Report.Value.Untested);

    [Fact]
    public void Every_fault_of_a_reader_has_exactly_one_rule()
    {
        var kinds = ShippedRules.Set.Rules
            .SelectMany(rule => rule.Logic.Tests)
            .Where(test => test.Field.Kind == FileKinds.Fault && test.Field.Name == "kind")
            .Select(test => Assert.IsType<EqualTo>(test.Matcher).Arguments.Single())
            .Select(kind => Assert.IsType<Value.Text>(Assert.IsType<Expression.Literal>(kind).Value).Written)
            .Order(StringComparer.Ordinal);

        Assert.Equal(Enum.GetValues<FaultKind>().Select(kind => kind.ToRuleName()).Order(StringComparer.Ordinal), kinds);
    }
}
