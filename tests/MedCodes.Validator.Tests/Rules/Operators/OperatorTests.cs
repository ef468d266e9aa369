using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Rules.Operators;

/// <summary>What each operator says of a value, of a missing one, of a blank one and of one that cannot be read.</summary>
public sealed class OperatorTests
{
    private static readonly LineInput Line = Some.Line() with
    {
        Modifiers = ["26", "59"],
        Units = 2,
        ControlNumber = "né😀",
        Unreadable = [LineField.RevenueCode],
    };

    [Theory]
    [InlineData("code: 99213", Outcome.Pass)]
    [InlineData("code: 99214", Outcome.Fail)]
    [InlineData("code: [99214, 99213]", Outcome.Pass)]
    [InlineData("code: [99214, 99215]", Outcome.Fail)]
    [InlineData("units: 2.0", Outcome.Pass)]
    [InlineData("charge: 100.00", Outcome.Pass)]
    [InlineData("date: 2024-08-15", Outcome.Pass)]
    [InlineData("described: no", Outcome.Pass)]
    [InlineData("described: true", Outcome.Fail)]
    [InlineData("ndc: 12345", Outcome.Fail)]
    [InlineData("ndc-unit: ML", Outcome.NotEvaluated)]
    [InlineData("revenue-code: 0450", Outcome.NotEvaluated)]
    public void A_value_stands_for_equality(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("code: { in: [99213] }", Outcome.Pass)]
    [InlineData("code: { in: visits }", Outcome.Pass)]
    [InlineData("code: { in: anesthesia }", Outcome.Fail)]
    [InlineData("units: { in: [1, 3] }", Outcome.Fail)]
    [InlineData("unit: { in: $line.modifiers }", Outcome.Fail)]
    [InlineData("ndc: { in: visits }", Outcome.Fail)]
    [InlineData("ndc-unit: { in: [ML] }", Outcome.NotEvaluated)]
    [InlineData("revenue-code: { in: visits }", Outcome.NotEvaluated)]
    public void In_asks_for_membership(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("code: { present: yes }", Outcome.Pass)]
    [InlineData("code: { present: no }", Outcome.Fail)]
    [InlineData("ndc-unit: { present: yes }", Outcome.Fail)]
    [InlineData("ndc-unit: { present: no }", Outcome.Pass)]
    [InlineData("ndc: { present: yes }", Outcome.Fail)]
    [InlineData("ndc: { present: no }", Outcome.Pass)]
    [InlineData("revenue-code: { present: yes }", Outcome.NotEvaluated)]
    [InlineData("revenue-code: { present: no }", Outcome.NotEvaluated)]
    public void Present_decides_on_what_is_missing_and_not_on_what_cannot_be_read(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("units: { at-least: 2 }", Outcome.Pass)]
    [InlineData("units: { at-least: 3 }", Outcome.Fail)]
    [InlineData("units: { at-most: 2 }", Outcome.Pass)]
    [InlineData("units: { at-most: 1 }", Outcome.Fail)]
    [InlineData("units: { more-than: 1 }", Outcome.Pass)]
    [InlineData("units: { more-than: 2 }", Outcome.Fail)]
    [InlineData("units: { less-than: 3 }", Outcome.Pass)]
    [InlineData("units: { less-than: 2 }", Outcome.Fail)]
    [InlineData("units: { between: [2, 3] }", Outcome.Pass)]
    [InlineData("units: { between: [1, 2] }", Outcome.Pass)]
    [InlineData("units: { between: [3, 4] }", Outcome.Fail)]
    [InlineData("date: { at-least: 2024-08-15 }", Outcome.Pass)]
    [InlineData("date: { less-than: 2024-08-15 }", Outcome.Fail)]
    [InlineData("date: { between: [2024-08-01, 2024-08-14] }", Outcome.Fail)]
    [InlineData("charge: { at-most: 99.99 }", Outcome.Fail)]
    [InlineData("ndc-units: { at-least: 1 }", Outcome.NotEvaluated)]
    [InlineData("units: { at-least: $line.ndc-units }", Outcome.NotEvaluated)]
    public void Order_includes_or_excludes_the_bound(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("code: { starts-with: 992 }", Outcome.Pass)]
    [InlineData("code: { starts-with: [01, 992] }", Outcome.Pass)]
    [InlineData("code: { starts-with: 9213 }", Outcome.Fail)]
    [InlineData("ndc: { starts-with: 1 }", Outcome.Fail)]
    [InlineData("ndc-unit: { starts-with: M }", Outcome.NotEvaluated)]
    [InlineData("code: { matches: \"99[0-9]{3}\" }", Outcome.Pass)]
    [InlineData("code: { matches: \"99[0-9]{2}\" }", Outcome.Fail)]
    [InlineData("code: { matches: \"1|99213\" }", Outcome.Pass)]
    [InlineData("ndc-unit: { matches: \".*\" }", Outcome.NotEvaluated)]
    [InlineData("line-control-number: { length: 3 }", Outcome.Pass)]
    [InlineData("line-control-number: { length: { more-than: 3 } }", Outcome.Fail)]
    [InlineData("ndc-unit: { length: 2 }", Outcome.NotEvaluated)]
    [InlineData("rendering-provider: { check-digit: npi }", Outcome.Pass)]
    [InlineData("code: { check-digit: npi }", Outcome.Fail)]
    [InlineData("ndc-unit: { check-digit: npi }", Outcome.NotEvaluated)]
    public void Written_values_are_tested_by_their_letters(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("modifiers: { some: 59 }", Outcome.Pass)]
    [InlineData("modifiers: { some: [XE, 26] }", Outcome.Pass)]
    [InlineData("modifiers: { some: { starts-with: 5 } }", Outcome.Pass)]
    [InlineData("modifiers: { some: XE }", Outcome.Fail)]
    [InlineData("modifiers: { none: XE }", Outcome.Pass)]
    [InlineData("modifiers: { none: 26 }", Outcome.Fail)]
    [InlineData("modifiers: { every: [26, 59] }", Outcome.Pass)]
    [InlineData("modifiers: { every: 59 }", Outcome.Fail)]
    [InlineData("modifiers: { includes: [59, 26] }", Outcome.Pass)]
    [InlineData("modifiers: { includes: [59, XE] }", Outcome.Fail)]
    [InlineData("modifiers: { some: 26, none: XE }", Outcome.Pass)]
    [InlineData("modifiers: { not: { some: 26 } }", Outcome.Fail)]
    public void Lists_are_tested_by_their_elements(string test, Outcome expected) => AssertOutcome(expected, test);

    [Theory]
    [InlineData("some: 59", Outcome.Fail)]
    [InlineData("none: 59", Outcome.Pass)]
    [InlineData("every: 59", Outcome.Pass)]
    [InlineData("includes: [59]", Outcome.Fail)]
    public void Of_an_empty_list_none_and_every_are_true(string test, Outcome expected) => AssertOutcome(expected, $"modifiers: {{ {test} }}", Line with { Modifiers = [] });

    [Theory]
    [InlineData("line.modifiers: { includes: $other.modifiers }", Outcome.Pass)]
    [InlineData("other.modifiers: { includes: $line.modifiers }", Outcome.Fail)]
    public void Includes_holds_a_list_against_that_of_another_fact(string test, Outcome expected) => Assert.Equal(expected, Trial.Of(
        $$"""
        match:
          line: { is: line, where: { code: 99213 } }
          other: { is: line, same-as: { line: [claim] } }
        check: { {{test}} }
        """,
        Line,
        Line with { Code = "99214", Modifiers = ["59"] }).Outcome());

    [Theory]
    [InlineData(null, Outcome.NotEvaluated)]
    [InlineData("2020-12-31", Outcome.Pass)]
    [InlineData("2021-01-01", Outcome.Fail)]
    public void A_dated_code_set_goes_by_the_date_of_the_fact(string? date, Outcome expected)
    {
        DateOnly? day = date is null ? null : DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        AssertOutcome(expected, "code: { in: old-visits }", Line with { Date = day, Through = day });
    }

    [Theory]
    [InlineData("2020-12-31", Outcome.Pass)]
    [InlineData("2021-01-01", Outcome.Fail)]
    public void For_a_fact_without_a_date_it_goes_by_that_of_the_claim(string date, Outcome expected)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(expected, (Trial.Of(
            """
            match: { it: { is: diagnosis } }
            check: { it.code: { in: old-diagnoses } }
            """,
            Some.Line() with { Date = day, Through = day }) with
        { Files = Sets }).Outcome());
    }

    private static ImmutableArray<(string Path, string Text)> Sets =>
    [
        ("code-sets/visits.yaml", "code-set: visits\nsummary: Visits.\nsource: { title: Invented }\ninclude: [99202-99215]\nexclude: [99206-99210]\n"),
        ("code-sets/anesthesia.yaml", "code-set: anesthesia\nsummary: Anesthesia.\nsource: { title: Invented }\ninclude: [00100-01999]\n"),
        ("code-sets/old-visits.yaml", "code-set: old-visits\nsummary: Visits.\nsource: { title: Invented }\ninclude-sets: [visits]\nthrough: 2020-12-31\n"),
        ("code-sets/old-diagnoses.yaml", "code-set: old-diagnoses\nsummary: Pain.\nsource: { title: Invented }\ninclude: [M5450]\nthrough: 2020-12-31\n"),
    ];

    private static void AssertOutcome(Outcome expected, string test, LineInput? line = null) => Assert.Equal(expected, (Trial.Of(
        $$"""
        match: { line: { is: line } }
        check: { line.{{test}} }
        """,
        line ?? Line) with
    { Files = Sets }).Outcome());
}
