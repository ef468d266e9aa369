using MedCodes.Validator.Findings;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Rules.Operators;

/// <summary>Each operator on each type that it takes: once where it holds and once where it does not.</summary>
public sealed class OperatorValueTests
{
    // Of the line: the file's path is a text, the setting a name, "described" a yes or no.
    [Theory]
    [InlineData("path", "claims", "other")]
    [InlineData("setting", "practitioner", "hospital")]
    [InlineData("code", "99213", "99214")]
    [InlineData("units", "1", "2")]
    [InlineData("charge", "100", "99.99")]
    [InlineData("date", "2024-08-15", "2024-08-16")]
    [InlineData("described", "no", "yes")]
    public void Values_of_every_type_are_equal_in_and_not(string field, string own, string other)
    {
        AssertHolds($"{field}: {own}", $"{field}: {other}");
        AssertHolds($"{field}: [{other}, {own}]", $"{field}: [{other}]");
        AssertHolds($"{field}: {{ in: [{own}] }}", $"{field}: {{ in: [{other}] }}");
        AssertHolds($"{field}: {{ not: {other} }}", $"{field}: {{ not: {own} }}");
    }

    [Theory]
    [InlineData("units", "0", "1", "2")]
    [InlineData("charge", "99.99", "100", "100.01")]
    [InlineData("date", "2024-08-14", "2024-08-15", "2024-08-16")]
    public void Numbers_amounts_and_dates_are_ordered(string field, string below, string own, string above)
    {
        AssertHolds($"{field}: {{ at-least: {own} }}", $"{field}: {{ at-least: {above} }}");
        AssertHolds($"{field}: {{ at-most: {own} }}", $"{field}: {{ at-most: {below} }}");
        AssertHolds($"{field}: {{ more-than: {below} }}", $"{field}: {{ more-than: {own} }}");
        AssertHolds($"{field}: {{ less-than: {above} }}", $"{field}: {{ less-than: {own} }}");
        AssertHolds($"{field}: {{ between: [{below}, {own}] }}", $"{field}: {{ between: [{above}, {above}] }}");
    }

    [Theory]
    [InlineData("path", "cl", "cla[a-z]+", 6)]
    [InlineData("setting", "prac", "prac.*", 12)]
    [InlineData("code", "99", "[0-9]{5}", 5)]
    public void Texts_names_and_codes_are_tested_by_their_letters(string field, string start, string pattern, int length)
    {
        AssertHolds($"{field}: {{ starts-with: {start} }}", $"{field}: {{ starts-with: x }}");
        AssertHolds($"{field}: {{ matches: \"{pattern}\" }}", $"{field}: {{ matches: \"x.*\" }}");
        AssertHolds($"{field}: {{ length: {length} }}", $"{field}: {{ length: {{ less-than: {length} }} }}");
    }

    [Theory]
    [InlineData("rendering-provider", "code")]
    [InlineData("path", "path")]
    public void A_check_digit_is_tested_of_codes_and_texts(string right, string wrong)
    {
        if (right != wrong)
            AssertHolds($"{right}: {{ check-digit: npi }}", $"{wrong}: {{ check-digit: npi }}");
        else
            AssertHolds($"{right}: {{ not: {{ check-digit: npi }} }}", $"{wrong}: {{ check-digit: npi }}");
    }

    [Theory]
    [InlineData("modifiers", "59", "XE")]
    [InlineData("pointers", "1", "3")]
    public void Lists_of_codes_and_of_numbers_are_tested_by_their_elements(string field, string own, string other)
    {
        AssertHolds($"{field}: {{ some: {own} }}", $"{field}: {{ some: {other} }}");
        AssertHolds($"{field}: {{ none: {other} }}", $"{field}: {{ none: {own} }}");
        AssertHolds($"{field}: {{ every: [{own}, 2, 26] }}", $"{field}: {{ every: {own} }}");
        AssertHolds($"{field}: {{ includes: [{own}] }}", $"{field}: {{ includes: [{own}, {other}] }}");
    }

    [Theory]
    [InlineData("code", "revenue-code")]
    [InlineData("units", "ndc-units")]
    [InlineData("charge", "ndc-units")]
    [InlineData("date", "admission")]
    public void Present_tells_what_is_there_from_what_is_missing(string there, string missing)
    {
        AssertHolds($"{there}: {{ present: yes }}", $"{missing}: {{ present: yes }}");
        AssertHolds($"{missing}: {{ present: no }}", $"{there}: {{ present: no }}");
    }

    [Theory]
    [InlineData("ndc-unit: X")]
    [InlineData("ndc-unit: [X, Y]")]
    [InlineData("ndc-unit: { in: [X] }")]
    [InlineData("ndc-unit: { not: X }")]
    [InlineData("ndc-unit: { starts-with: X }")]
    [InlineData("ndc-unit: { matches: X }")]
    [InlineData("ndc-unit: { length: 1 }")]
    [InlineData("ndc-unit: { check-digit: npi }")]
    [InlineData("ndc-units: { at-least: 1 }")]
    [InlineData("ndc-units: { at-most: 1 }")]
    [InlineData("ndc-units: { more-than: 1 }")]
    [InlineData("ndc-units: { less-than: 1 }")]
    [InlineData("ndc-units: { between: [1, 2] }")]
    public void Of_a_missing_value_every_operator_but_present_answers_unknown(string test) => Assert.Equal(Outcome.NotEvaluated, OutcomeOf(test));

    [Theory]
    [InlineData("ndc: X")]
    [InlineData("ndc: [X, Y]")]
    [InlineData("ndc: { in: [X] }")]
    [InlineData("ndc: { starts-with: X }")]
    [InlineData("ndc: { matches: \".+\" }")]
    [InlineData("ndc: { check-digit: npi }")]
    [InlineData("ndc: { present: yes }")]
    public void Blank_is_equal_to_nothing_and_in_nothing(string test) => Assert.Equal(Outcome.Fail, OutcomeOf(test));

    private static void AssertHolds(string holding, string failing)
    {
        Assert.Equal(Outcome.Pass, OutcomeOf(holding));
        Assert.Equal(Outcome.Fail, OutcomeOf(failing));
    }

    private static Outcome OutcomeOf(string test) => Trial.Of(
        $$"""
        match: { line: { is: line } }
        check: { line.{{test}} }
        """,
        Some.Line() with { Modifiers = ["59", "26"], Pointers = [1, 2] }).Outcome();
}
