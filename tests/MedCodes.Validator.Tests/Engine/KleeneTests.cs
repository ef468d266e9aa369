using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Kleene's tables, read off the outcome of a check: true passes, false fails, unknown is not evaluated.</summary>
public sealed class KleeneTests
{
    // Of a line without units and with code 99213.
    private const string True = "line.code: 99213";
    private const string False = "line.unit: MJ";
    private const string Unknown = "line.units: 1";

    private static readonly LineInput Line = Some.Line() with { Units = null };

    [Theory]
    [InlineData(True, True, Outcome.Pass)]
    [InlineData(True, False, Outcome.Fail)]
    [InlineData(True, Unknown, Outcome.NotEvaluated)]
    [InlineData(False, True, Outcome.Fail)]
    [InlineData(False, False, Outcome.Fail)]
    [InlineData(False, Unknown, Outcome.Fail)]
    [InlineData(Unknown, True, Outcome.NotEvaluated)]
    [InlineData(Unknown, False, Outcome.Fail)]
    [InlineData(Unknown, Unknown, Outcome.NotEvaluated)]
    public void All_is_the_least_of_its_parts(string first, string second, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf($"{{ all: [ {{ {first} }}, {{ {second} }} ] }}"));

    [Theory]
    [InlineData(True, True, Outcome.Pass)]
    [InlineData(True, False, Outcome.Pass)]
    [InlineData(True, Unknown, Outcome.Pass)]
    [InlineData(False, True, Outcome.Pass)]
    [InlineData(False, False, Outcome.Fail)]
    [InlineData(False, Unknown, Outcome.NotEvaluated)]
    [InlineData(Unknown, True, Outcome.Pass)]
    [InlineData(Unknown, False, Outcome.NotEvaluated)]
    [InlineData(Unknown, Unknown, Outcome.NotEvaluated)]
    public void Any_is_the_greatest_of_its_parts(string first, string second, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf($"{{ any: [ {{ {first} }}, {{ {second} }} ] }}"));

    [Theory]
    [InlineData(True, Outcome.Fail)]
    [InlineData(False, Outcome.Pass)]
    [InlineData(Unknown, Outcome.NotEvaluated)]
    public void Not_turns_true_and_false_and_leaves_unknown(string part, Outcome expected) =>
        Assert.Equal(expected, OutcomeOf($"{{ not: {{ {part} }} }}"));

    [Theory]
    [InlineData("line.code: { not: 99213 }", Outcome.Fail)]
    [InlineData("line.code: { not: 99999 }", Outcome.Pass)]
    [InlineData("line.units: { not: 1 }", Outcome.NotEvaluated)]
    public void Not_before_a_value_does_the_same(string test, Outcome expected) => Assert.Equal(expected, OutcomeOf($"{{ {test} }}"));

    [Theory]
    [InlineData("{ line.code: 99213, line.unit: UN }", Outcome.Pass)]
    [InlineData("{ line.code: 99213, line.unit: MJ }", Outcome.Fail)]
    [InlineData("{ line.unit: UN, line.units: 1 }", Outcome.NotEvaluated)]
    [InlineData("{ line.charge: { more-than: 50, less-than: 200 } }", Outcome.Pass)]
    [InlineData("{ line.charge: { more-than: 50, less-than: 60 } }", Outcome.Fail)]
    public void All_entries_of_a_map_hold_together(string check, Outcome expected) => Assert.Equal(expected, OutcomeOf(check));

    private static Outcome OutcomeOf(string check) => Trial.Of(
        $$"""
        match: { line: { is: line } }
        check: {{check}}
        """,
        Line).Outcome();
}
