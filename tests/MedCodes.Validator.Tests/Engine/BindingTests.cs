using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>What names stand for, and which finding comes of it.</summary>
public sealed class BindingTests
{
    private static LineInput First => Some.Line("99213");

    private static LineInput Second => Some.Line("99214");

    [Fact]
    public void Two_names_never_stand_for_one_fact() => Assert.Equal(Outcome.NotApplicable, Trial.Of(
        """
        match:
          line: { is: line }
          other: { is: line, same-as: { line: [claim] } }
        check: { line.unit: MJ }
        """,
        First).Outcome());

    [Fact]
    public void What_match_took_require_cannot_take() => Assert.Equal(Outcome.Fail, Trial.Of(
        """
        match: { line: { is: line } }
        require: { other: { is: line, same-as: { line: [claim, code] } } }
        """,
        First).Outcome());

    [Fact]
    public void Without_an_order_a_pair_is_found_from_both_sides_and_with_after_once()
    {
        const string pair = """
            match: { line: { is: line } }
            forbid: { other: { is: line, same-as: { line: [claim, unit] }AFTER } }
            """;

        Assert.Equal(["MC2001 1.1", "MC2001 1.2"], Trial.Of(pair.Replace("AFTER", "", StringComparison.Ordinal), First, Second).Found());
        Assert.Equal(["MC2001 1.1"], Trial.Of(pair.Replace("AFTER", ", after: line", StringComparison.Ordinal), First, Second).Found());
    }

    [Fact]
    public void The_first_bound_name_of_report_is_reported() => Assert.Equal(["MC2001 1.2"], Trial.Of(
        """
        match: { line: { is: line } }
        forbid: { other: { is: line, same-as: { line: [claim] }, after: line } }
        report: [other, line]
        """,
        First,
        Second).Found());

    [Fact]
    public void Without_report_it_is_the_first_entry_of_match_that_is_no_row_and_no_total() => Assert.Equal(["MC2001 1"], Trial.Of(
        """
        match:
          lines: { is: total, of: line, same-as: { claim: [claim] } }
          claim: { is: claim }
        check: { lines.count: 1 }
        """,
        First,
        Second).Found());

    [Fact]
    public void The_groups_of_a_list_stand_alone_and_any_of_them_satisfies_require()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 99213 } } }
            require:
              - { other: { is: line, same-as: { line: [claim] }, where: { code: 99214 } } }
              - { other: { is: diagnosis, same-as: { line: [claim] }, where: { code: M999 } } }
            """;

        Assert.Equal(Outcome.Pass, Trial.Of(rule, First, Second).Outcome());
        Assert.Equal(Outcome.Fail, Trial.Of(rule, First).Outcome());
    }

    [Fact]
    public void None_of_the_groups_may_be_there_for_forbid_and_each_is_a_case_of_its_own()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 99213 } } }
            forbid:
              - { other: { is: line, same-as: { line: [claim] }, where: { code: 99214 } } }
              - { diagnosis: { is: diagnosis, same-as: { line: [claim] }, where: { code: M5450 } } }
            unless: { other.modifiers: { some: 25 } }
            report: [other, diagnosis]
            """;

        Assert.Equal(["MC2001 1.2", "MC2001 1"], Trial.Of(rule, First, Second).Found().OrderDescending());
        Assert.Equal(["MC2001 1"], Trial.Of(rule, First, Second with { Modifiers = ["25"] }).Found());
    }

    [Fact]
    public void The_entries_of_a_group_are_bound_together()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 99213 } } }
            require:
              other: { is: line, same-as: { line: [claim] } }
              third: { is: line, same-as: { other: [claim, code] } }
            """;

        Assert.Equal(Outcome.Fail, Trial.Of(rule, First, Second, Some.Line("99215")).Outcome());
        Assert.Equal(Outcome.Pass, Trial.Of(rule, First, Second, Second).Outcome());
    }

    [Fact]
    public void No_fact_for_forbid_is_a_pass_and_one_for_unless_alone_decides_nothing()
    {
        const string rule = """
            match: { line: { is: line } }
            forbid: { other: { is: line, same-as: { line: [claim] } } }
            unless: { other.unit: UN }
            """;

        Assert.Equal(Outcome.Pass, Trial.Of(rule, First).Outcome());
        Assert.Equal(Outcome.Bypassed, Trial.Of(rule, First, Second).Outcome());
    }

    [Fact]
    public void Optional_binds_the_first_fact_or_nothing_and_never_decides()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 99213 } } }
            check: { line.unit: MJ }
            optional: { other: { is: line, same-as: { line: [claim] }, where: { unit: MJ } } }
            message: "Beside {other.code}."
            """;

        Assert.Equal("Beside none.", Assert.Single(Trial.Of(rule, First, Second).Findings()).Message.Render(Privacy.Identifying));
        Assert.Equal("Beside 99214.", Assert.Single(Trial.Of(rule, First, Second with { Unit = "MJ" }, Some.Line("99215") with { Unit = "MJ" }).Findings()).Message.Render(Privacy.Identifying));
    }

    [Fact]
    public void One_finding_is_kept_per_reported_fact() => Assert.Equal(["MC2001 1.1"], Trial.Of(
        """
        match: { line: { is: line, where: { code: 99213 } } }
        forbid: { other: { is: line, same-as: { line: [claim] } } }
        """,
        First,
        Second,
        Second).Found());

    [Fact]
    public void Once_per_keeps_one_finding_per_key_and_a_missing_field_is_a_key()
    {
        const string rule = """
            match: { line: { is: line } }
            check: { line.unit: MJ }
            once-per: [revenue-code]
            """;
        var trial = Trial.Of(rule, First with { RevenueCode = "0450" }, First with { RevenueCode = "0450" }, First, First);

        Assert.Equal(["MC2001 1.1", "MC2001 1.3"], trial.Found());
    }

    [Fact]
    public void The_first_entry_is_the_one_that_is_written_first_whatever_it_refers_to()
    {
        const string match = """
            match:
              line: { is: line, same-as: { claim: [claim] } }
              claim: { is: claim }
            check: { line.unit: MJ }
            """;

        Assert.Equal(["MC2001 1.1", "MC2001 1.2"], Trial.Of(match, First, Second).Found());
        Assert.Equal(["MC2001 1.1", "MC2001 1.2"], Trial.Of(match + "\nonce-per: [code]", First, Second, First).Found());
        Assert.Equal(["MC2001 1.1"], Trial.Of(match + "\nonce-per: [claim]", First, Second).Found());
    }

    [Fact]
    public void A_day_of_a_line_is_reported_as_its_line() => Assert.Equal(["MC2001 1.1"], Trial.Of(
        """
        match: { day: { is: line-day } }
        check: { day.units: { at-most: 1 } }
        """,
        First with { Units = 6, Through = Some.Day.AddDays(2) }).Found());

    [Theory]
    [InlineData(1095, Outcome.Pass)]
    [InlineData(1096, Outcome.NotEvaluated)]
    [InlineData(15_000, Outcome.NotEvaluated)]
    public void A_range_longer_than_three_years_is_not_shared_out(int more, Outcome expected)
    {
        const string rule = """
            match:
              day: { is: line-day }
              units: { is: total, of: line-day, sum: units, same-as: { day: [date] } }
            check: { units.sum: { at-most: 1 } }
            """;

        Assert.Equal(expected, Trial.Of(rule, First with { Units = 1096, Through = Some.Day.AddDays(more) }).Outcome());
    }

    [Fact]
    public void The_day_of_a_reversed_range_is_unknown_and_not_missing()
    {
        const string rule = """
            match: { day: { is: line-day } }
            check: { day.date: { present: no } }
            """;

        Assert.Equal("the range of dates is reversed", Trial.Of(rule, First with { Through = Some.Day.AddDays(-1) }).Reason());
        Assert.Equal(Outcome.Pass, Trial.Of(rule, First with { Date = null, Through = null }).Outcome());
    }

    [Theory]
    [InlineData(5, 2, "3")]
    [InlineData(3, 2, "2")]
    [InlineData(7, 3, "2")]
    public void The_units_of_a_line_are_shared_out_over_its_days_rounded_half_up(int units, int days, string share)
    {
        var rule = $$"""
            match: { day: { is: line-day } }
            check: { day.units: {{share}} }
            """;

        Assert.Equal(Outcome.Pass, Trial.Of(rule, First with { Units = units, Through = Some.Day.AddDays(days - 1) }).Outcome());
    }

    [Fact]
    public void A_message_names_the_first_eight_of_a_list_and_what_is_missing()
    {
        const string rule = """
            match: { line: { is: line } }
            check: { line.unit: MJ }
            message: "{line.modifiers}; {line.revenue-code}; {line.place}; {line.charge}"
            """;
        var many = First with { Modifiers = ["26", "59", "76", "77"] };

        Assert.Equal("26, 59, 76, 77; not given; claim 1, line 1; 100.00", Assert.Single(Trial.Of(rule, many).Findings()).Message.Render(Privacy.Identifying));
        Assert.Equal("none; not given; claim 1, line 1; 100.00", Assert.Single(Trial.Of(rule, First).Findings()).Message.Render(Privacy.Identifying));
    }

    [Fact]
    public void What_was_required_and_not_found_is_a_witness_with_the_nearest_candidate_and_the_condition_that_failed()
    {
        var finding = Assert.Single(Trial.Of(
            """
            match: { line: { is: line, where: { code: 99213 } } }
            require: { other: { is: line, same-as: { line: [claim, unit] }, where: { code: 99214, charge: { at-least: 200 } } } }
            """,
            First,
            Second,
            Some.Line("99215") with { Unit = "MJ" }).Findings());
        var absence = finding.Witnesses.Single(witness => witness.Name == "other").Absence!;

        Assert.Equal("line: same claim, unit as line; code 99214; charge at-least 200", absence.Sought);
        Assert.Equal(2, absence.Nearest!.Line);
        Assert.Equal("charge at-least 200", absence.Failed);
    }
}
