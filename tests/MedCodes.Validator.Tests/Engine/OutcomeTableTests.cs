using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>The outcome table row by row. Of the line, units are missing, so a condition on them is unknown.</summary>
public sealed class OutcomeTableTests
{
    private const string Yes = "unit: UN";
    private const string No = "unit: MJ";
    private const string Maybe = "units: 1";

    private static readonly LineInput Line = Some.Line() with { Units = null };

    public static TheoryData<string, string, string, Outcome> Rows => new()
    {
        // match, demand, unless
        { No, No, No, Outcome.NotApplicable },
        { No, Maybe, Yes, Outcome.NotApplicable },
        { Yes, Yes, No, Outcome.Pass },
        { Yes, Yes, Yes, Outcome.Pass },
        { Yes, Yes, Maybe, Outcome.Pass },
        { Maybe, Yes, No, Outcome.Pass },
        { Yes, No, Yes, Outcome.Bypassed },
        { Yes, Maybe, Yes, Outcome.Bypassed },
        { Maybe, No, Yes, Outcome.Bypassed },
        { Maybe, Maybe, Yes, Outcome.Bypassed },
        { Yes, No, No, Outcome.Fail },
        { Maybe, No, No, Outcome.NotEvaluated },
        { Yes, Maybe, No, Outcome.NotEvaluated },
        { Yes, No, Maybe, Outcome.NotEvaluated },
        { Yes, Maybe, Maybe, Outcome.NotEvaluated },
        { Maybe, Maybe, Maybe, Outcome.NotEvaluated },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_a_check(string match, string demand, string unless, Outcome expected) => Assert.Equal(expected, Trial.Of(
        $$"""
        match: { line: { is: line, where: { {{match}} } } }
        check: { line.{{demand}} }
        unless: { line.{{unless}} }
        """,
        Line).Outcome());

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_a_require(string match, string demand, string unless, Outcome expected) => Assert.Equal(expected, Trial.Of(
        $$"""
        match: { line: { is: line, where: { code: 99213, {{match}} } } }
        require: { other: { is: line, same-as: { line: [claim] }, where: { code: 99214, {{demand}} } } }
        unless: { line.{{unless}} }
        """,
        Line,
        Line with { Code = "99214" }).Outcome());

    [Theory]
    [MemberData(nameof(Rows))]
    public void Of_a_forbid(string match, string demand, string unless, Outcome expected) => Assert.Equal(expected, Trial.Of(
        $$"""
        match: { line: { is: line, where: { code: 99213, {{match}} } } }
        forbid: { other: { is: line, same-as: { line: [claim] }, where: { code: 99214, {{Opposite(demand)}} } } }
        unless: { other.{{unless}} }
        """,
        Line,
        Line with { Code = "99214" }).Outcome());

    [Theory]
    [InlineData(Maybe, "code: 99999", "units is missing")]
    [InlineData(Yes, "units: 1", "units is missing")]
    [InlineData("line-control-number: A", "units: 1", "line-control-number is missing")]
    public void The_reason_is_the_first_unknown_in_the_order_match_demand_unless(string match, string demand, string expected) => Assert.Equal(expected, Trial.Of(
        $$"""
        match: { line: { is: line, where: { {{match}} } } }
        check: { line.{{demand}} }
        unless: { line.revenue-code: A }
        """,
        Line).Reason());

    [Fact]
    public void Without_unless_nothing_is_bypassed() => Assert.Equal(Outcome.Fail, Trial.Of(
        """
        match: { line: { is: line } }
        check: { line.unit: MJ }
        """,
        Line).Outcome());

    [Fact]
    public void The_worst_of_the_bindings_is_the_outcome_of_the_claim()
    {
        const string rule = """
            match: { line: { is: line } }
            check: { line.units: 1 }
            unless: { line.unit: MJ }
            """;
        var (pass, bypassed, unknown, fail) = (Some.Line(), Some.Line() with { Unit = "MJ", Units = 2 }, Line, Some.Line() with { Units = 2 });

        Assert.Equal(Outcome.Pass, Trial.Of(rule, pass, pass).Outcome());
        Assert.Equal(Outcome.Bypassed, Trial.Of(rule, pass, bypassed).Outcome());
        Assert.Equal(Outcome.NotEvaluated, Trial.Of(rule, pass, bypassed, unknown).Outcome());
        Assert.Equal(Outcome.Fail, Trial.Of(rule, fail, pass, bypassed, unknown).Outcome());
    }

    // The demand of a forbid is met where the group is false.
    private static string Opposite(string demand) => demand switch
    {
        Yes => No,
        No => Yes,
        _ => demand,
    };
}
