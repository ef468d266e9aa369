using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Equality on fields, where some are unknown.</summary>
public sealed class SameAsTests
{
    private const string Duplicate = """
        match: { line: { is: line, where: { code: 99213 } } }
        forbid: { copy: { is: line, same-as: { line: [claim, FIELD] } } }
        """;

    private static LineInput Line => Some.Line();

    [Fact]
    public void Equal_fields_join() => Assert.Equal(Outcome.Fail, OutcomeOf("units", Line, Line));

    [Fact]
    public void Different_fields_do_not() => Assert.Equal(Outcome.Pass, OutcomeOf("units", Line, Line with { Units = 2 }));

    [Fact]
    public void A_missing_field_prunes_nothing_and_decides_nothing() => Assert.Equal(Outcome.NotEvaluated, OutcomeOf("units", Line, Line with { Units = null }));

    [Fact]
    public void Two_missing_fields_are_not_equal() =>
        Assert.Equal(Outcome.NotEvaluated, OutcomeOf("units", Line with { Units = null }, Line with { Units = null }));

    [Fact]
    public void A_field_that_differs_prunes_beside_one_that_is_missing() =>
        Assert.Equal(Outcome.Pass, OutcomeOf("units, charge", Line, Line with { Units = null, Charge = 5 }));

    [Fact]
    public void Blank_is_the_same_as_blank_and_nothing_else()
    {
        Assert.Equal(Outcome.Fail, OutcomeOf("ndc", Line, Line));
        Assert.Equal(Outcome.Pass, OutcomeOf("ndc", Line, Line with { Ndc = "00000000000" }));
    }

    [Fact]
    public void Lists_are_equal_as_sets()
    {
        Assert.Equal(Outcome.Fail, OutcomeOf("modifiers", Line with { Modifiers = ["26", "59"] }, Line with { Modifiers = ["59", "26"] }));
        Assert.Equal(Outcome.Pass, OutcomeOf("modifiers", Line with { Modifiers = ["26", "59"] }, Line with { Modifiers = ["26"] }));
        Assert.Equal(Outcome.Fail, OutcomeOf("modifiers", Line, Line));
    }

    [Fact]
    public void A_reversed_range_gives_dates_that_nobody_knows() =>
        Assert.Equal(Outcome.NotEvaluated, OutcomeOf("date", Line, Line with { Through = Some.Day.AddDays(-1) }));

    [Fact]
    public void A_line_of_one_day_ends_on_the_day_it_begins() =>
        Assert.Equal(Outcome.Fail, OutcomeOf("through", Line, Line with { Through = null }));

    [Fact]
    public void An_organization_in_place_of_the_individual_is_unknown()
    {
        var organization = Some.Rendering with { IsOrganization = true };

        Assert.Equal(Outcome.Fail, OutcomeOf("rendering-provider", Line, Line));
        Assert.Equal(Outcome.Pass, OutcomeOf("rendering-provider", Line, Line with { Providers = [Some.OtherRendering] }));
        Assert.Equal(Outcome.NotEvaluated, OutcomeOf("rendering-provider", Line, Line with { Providers = [organization] }));
    }

    [Fact]
    public void Group_and_specialty_are_the_billing_group_with_the_taxonomy()
    {
        Assert.Equal(Outcome.Fail, OutcomeOf("group-and-specialty", Line, Line with { Providers = [Some.OtherRendering] }));
        Assert.Equal(
            Outcome.Pass,
            OutcomeOf("group-and-specialty", Line, Line with { Providers = [Some.OtherRendering with { Taxonomy = "208VP0014X" }] }));
    }

    [Fact]
    public void Facts_of_one_claim_have_one_patient_even_without_a_member_id()
    {
        var claim = Some.Claim(Line, Line) with { MemberId = null };
        var trial = new Trial { Rules = [Duplicate.Replace("FIELD", "patient", StringComparison.Ordinal)], Claims = [claim] };

        Assert.Equal(Outcome.Fail, trial.Outcome());
    }

    [Fact]
    public void Rules_wider_than_a_claim_are_not_evaluated_without_a_member_id()
    {
        var claim = Some.Claim(Line, Line) with { MemberId = null };
        var trial = new Trial { Rules = [Duplicate.Replace("claim, FIELD", "patient", StringComparison.Ordinal)], Claims = [claim] };

        Assert.Equal(Outcome.NotEvaluated, trial.Outcome());
    }

    [Fact]
    public void A_field_that_cannot_be_read_is_unknown() =>
        Assert.Equal(Outcome.NotEvaluated, OutcomeOf("units", Line, Line with { Units = null, Unreadable = [LineField.Units] }));

    private static Outcome OutcomeOf(string fields, LineInput one, LineInput other) =>
        Trial.Of(Duplicate.Replace("FIELD", fields, StringComparison.Ordinal), one, other).Outcome();
}
