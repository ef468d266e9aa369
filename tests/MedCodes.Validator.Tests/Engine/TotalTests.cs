using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Totals: exact over certain members, a range over uncertain ones.</summary>
public sealed class TotalTests
{
    private static LineInput Line => Some.Line();

    [Theory]
    [InlineData("count: 2", Outcome.Pass)]
    [InlineData("count: 3", Outcome.Fail)]
    [InlineData("sum: 5", Outcome.Pass)]
    public void Members_are_those_that_meet_the_conditions_the_bound_ones_included(string test, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf("sum: units", "unit: UN", test, Line, Line with { Units = 4 }, Line with { Unit = "MJ" }));

    [Theory]
    [InlineData("count: 0")]
    [InlineData("sum: 0")]
    public void Over_nothing_it_is_nothing(string test) => Assert.Equal(Outcome.Pass, OutcomeOf("sum: units", "unit: ZZ", test, Line));

    [Theory]
    [InlineData("count: { at-least: 1 }", Outcome.Pass)]
    [InlineData("count: { at-most: 2 }", Outcome.Pass)]
    [InlineData("count: { at-least: 2 }", Outcome.NotEvaluated)]
    [InlineData("count: { at-least: 3 }", Outcome.Fail)]
    [InlineData("count: 2", Outcome.NotEvaluated)]
    [InlineData("count: 3", Outcome.Fail)]
    [InlineData("sum: { at-most: 3 }", Outcome.Pass)]
    [InlineData("sum: { at-most: 2 }", Outcome.NotEvaluated)]
    [InlineData("sum: { less-than: 1 }", Outcome.Fail)]
    public void An_uncertain_member_makes_it_a_range(string test, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf("sum: units", "unit: UN", test, Line, Line with { Unit = null, Units = 2 }));

    [Theory]
    [InlineData("sum: { at-least: 1 }", Outcome.Pass)]
    [InlineData("sum: { at-most: 100 }", Outcome.NotEvaluated)]
    [InlineData("sum: { less-than: 1 }", Outcome.Fail)]
    [InlineData("count: 2", Outcome.Pass)]
    public void A_missing_quantity_leaves_the_sum_open_above(string test, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf("sum: units", "unit: UN", test, Line, Line with { Units = null }));

    [Theory]
    [InlineData("sum: { at-least: 0 }")]
    [InlineData("sum: 100")]
    public void A_sum_of_amounts_with_a_missing_one_is_unknown(string test) =>
        Assert.Equal(Outcome.NotEvaluated, OutcomeOf("sum: charge", "unit: UN", test, Line, Line with { Charge = null }));

    [Fact]
    public void A_sum_of_amounts_is_exact() => Assert.Equal(Outcome.Pass, OutcomeOf("sum: charge", "unit: UN", "sum: 100.10", Line, Line with { Charge = 0.10m }));

    [Theory]
    [InlineData("count: 2", Outcome.Pass)]
    [InlineData("count: 3", Outcome.Fail)]
    public void Distinct_counts_different_values(string test, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf("distinct: code", "unit: UN", test, Line, Line, Line with { Code = "99214" }));

    [Theory]
    [InlineData("count: { at-least: 1 }", Outcome.Pass)]
    [InlineData("count: { at-most: 2 }", Outcome.Pass)]
    [InlineData("count: 2", Outcome.NotEvaluated)]
    [InlineData("count: 1", Outcome.NotEvaluated)]
    public void A_missing_value_may_or_may_not_be_one_more(string test, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf("distinct: code", "unit: UN", test, Line, Line with { Code = null }));

    [Fact]
    public void Its_members_are_its_witnesses_and_its_denied_lines()
    {
        var finding = Assert.Single(Trial.Of(
            """
            match:
              claim: { is: claim }
              lines: { is: total, of: line, sum: units, same-as: { claim: [claim] }, where: { unit: UN } }
            check: { lines.sum: { at-most: 2 } }
            denies: lines
            """,
            Line with { Units = 2 },
            Line with { Unit = "MJ" },
            Line with { Units = 2 }).Findings());

        Assert.Equal([1, 3], finding.Witnesses.Single(witness => witness.Name == "lines").Members.Select(member => member.Line));
        Assert.Equal(200m, finding.ChargeAtRisk);
    }

    private static Outcome OutcomeOf(string what, string where, string test, params LineInput[] lines) => Trial.Of(
        $$"""
        match:
          claim: { is: claim }
          total: { is: total, of: line, {{what}}, same-as: { claim: [claim] }, where: { {{where}} } }
        check: { total.{{test}} }
        """,
        [.. lines]).Outcome();
}
