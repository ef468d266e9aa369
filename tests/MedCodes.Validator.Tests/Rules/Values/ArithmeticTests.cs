using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Rules.Values;

/// <summary>Computed numbers, amounts and dates, through the checks of a rule.</summary>
public sealed class ArithmeticTests
{
    private static readonly LineInput Line = Some.Line() with { Date = new DateOnly(2024, 1, 31), Through = new DateOnly(2024, 2, 29), Units = 3, Charge = 12.50m };

    [Theory]
    [InlineData("units: 1 + 2")]
    [InlineData("units: 7 - 2 * 2")]
    [InlineData("units: 1 + 1 * 2")]
    [InlineData("units: $line.units * 1")]
    [InlineData("charge: 2.50 * 5")]
    [InlineData("charge: $line.units * 4 + 0.50")]
    [InlineData("through: $line.date + 29 days")]
    [InlineData("through: $line.date + 1 months")]
    [InlineData("date: $line.through - 29 days")]
    [InlineData("date: { at-most: 2025-01-31 - 1 years }")]
    [InlineData("through: { at-most: 2024-02-29 + 0 days }")]
    [InlineData("units: $line.through - $line.date - 26")]
    [InlineData("through: $line.date + $line.units * 9 days + 2 days")]
    [InlineData("units: { between: [$line.units - 1, $line.units + 1] }")]
    public void What_is_computed_is_equal(string test) => AssertOutcome(Outcome.Pass, test);

    [Theory]
    [InlineData("units: $line.ndc-units + 1")]
    [InlineData("date: { at-most: $line.admission + 3 days }")]
    [InlineData("date: { at-most: $line.date + $line.ndc-units days }")]
    [InlineData("date: { at-most: $line.date + 0.5 days }")]
    [InlineData("date: { at-most: $line.date + 9000 years }")]
    [InlineData("units: { at-most: 100000000000000000 * 100000000000000000 }")]
    [InlineData("date: { at-most: $line.date + $policy.timely-filing months }")]
    public void What_cannot_be_computed_is_unknown(string test) => AssertOutcome(Outcome.NotEvaluated, test);

    [Fact]
    public void A_leap_day_in_other_years_is_the_last_of_february() => AssertOutcome(Outcome.Pass, "through: { at-most: 2024-02-29, at-least: 2025-02-28 - 1 years }");

    private static void AssertOutcome(Outcome expected, string test) => Assert.Equal(expected, Trial.Of(
        $$"""
        match: { line: { is: line } }
        check: { line.{{test}} }
        """,
        Line).Outcome());
}
