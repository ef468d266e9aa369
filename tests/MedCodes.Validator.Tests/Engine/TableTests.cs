using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Rows of reference tables: found by key and date, and what it means where there is none.</summary>
public sealed class TableTests
{
    private const string Rule = """
        match:
          line: { is: line }
          limit: { is: limits, where: { code: $line.code, in-force: $line.date } }
        check: { line.units: { at-most: $limit.limit } }
        """;

    private static LineInput Line => Some.Line("64490") with { Units = 3 };

    [Theory]
    [InlineData("[64490, 3, a, 2024-01-01, , 1]", Outcome.Pass)]
    [InlineData("[64490, 2, a, 2024-01-01, , 1]", Outcome.Fail)]
    [InlineData("[64490, 2, a, 2024-01-01, 2024-08-15, 1]", Outcome.Fail)]
    [InlineData("[64490, 2, a, 2024-01-01, 2024-08-14, 1]", Outcome.NotApplicable)]
    [InlineData("[64490, 2, a, 2024-08-15, , 1]", Outcome.Fail)]
    [InlineData("[64490, 2, a, 2024-08-16, , 1]", Outcome.NotApplicable)]
    [InlineData("[64490, 2, a, 2024-01-01, , 9]", Outcome.NotApplicable)]
    [InlineData("[64491, 2, a, 2024-01-01, , 1]", Outcome.NotApplicable)]
    [InlineData("[64490, , a, 2024-01-01, , 1]", Outcome.NotEvaluated)]
    public void A_row_counts_by_its_key_and_its_own_dates_both_included(string row, Outcome expected) => Assert.Equal(expected, Of(Rule, [row]).Outcome());

    [Theory]
    [InlineData("[64490, 3, a, 2024-01-01, , 1]", Outcome.Pass)]
    [InlineData("[64490, 2, a, 2024-01-01, , 1]", Outcome.NotEvaluated)]
    public void A_profile_that_does_not_say_how_it_stands_to_a_row_leaves_open_what_is_not_met(string row, Outcome expected) => Assert.Equal(expected, Of(
        Rule.Replace("check:", "  payer: { is: profile, same-as: { line: [claim] }, where: { new-patient-years: { at-least: $limit.limit } } }\ncheck:", StringComparison.Ordinal), [row]).Outcome());

    [Theory]
    [InlineData("[64491, 64490]", Outcome.Fail)]
    [InlineData("[64491, 64492]", Outcome.NotApplicable)]
    public void A_key_may_be_each_of_a_written_list(string codes, Outcome expected) => Assert.Equal(expected, Of(
        Rule.Replace("code: $line.code", $"code: {{ in: {codes} }}", StringComparison.Ordinal), ["[64490, 2, a, 2024-01-01, , 1]"]).Outcome());

    [Fact]
    public void Of_several_rows_in_force_the_later_counts_then_the_stricter()
    {
        Assert.Equal(Outcome.Fail, Of(Rule, ["[64490, 5, a, 2024-01-01, , 1]", "[64490, 2, a, 2024-02-01, , 1]"]).Outcome());
        Assert.Equal(Outcome.Fail, Of(Rule, ["[64490, 5, a, 2024-01-01, , 1]", "[64490, 2, a, 2024-01-01, , 0]"]).Outcome());
        Assert.Equal(Outcome.Pass, Of(Rule, ["[64490, 2, a, 2024-01-01, , 1]", "[64490, 5, a, 2024-01-01, , 0]"]).Outcome());
    }

    [Fact]
    public void The_other_conditions_judge_the_row_that_was_chosen_and_choose_none() => Assert.Equal(
        Outcome.NotApplicable,
        Of(Rule.Replace("in-force: $line.date", "in-force: $line.date, limit: 5", StringComparison.Ordinal), ["[64490, 5, a, 2024-01-01, , 1]", "[64490, 2, a, 2024-02-01, , 1]"]).Outcome());

    [Theory]
    [InlineData("missing: none", Outcome.NotApplicable)]
    [InlineData("missing: unknown", Outcome.NotEvaluated)]
    public void A_missing_key_means_what_the_table_says(string missing, Outcome expected) =>
        Assert.Equal(expected, Of(Rule, ["[64491, 2, a, 2024-01-01, , 1]"], table => table.Replace("missing: none", missing, StringComparison.Ordinal)).Outcome());

    [Fact]
    public void What_a_table_does_not_cover_is_not_evaluated()
    {
        const string covers = "covers: { codes: [64491], dates: [2024-01-01, 2024-12-31] }";

        Assert.Equal(Outcome.NotEvaluated, Of(Rule, ["[64490, 5, a, 2024-01-01, , 1]"], table => table.Replace("covers: everything", covers, StringComparison.Ordinal)).Outcome());
    }

    [Theory]
    [InlineData("", Outcome.NotEvaluated)]
    [InlineData("extrapolate: yes", Outcome.Fail)]
    public void Dates_beyond_a_release_are_not_evaluated_unless_the_table_extrapolates(string extrapolate, Outcome expected)
    {
        const string covers = "covers: { codes: [64490], dates: [2024-01-01, 2024-06-30] }\n";

        Assert.Equal(expected, Of(Rule, ["[64490, 2, a, 2024-01-01, , 1]"], table => table.Replace("covers: everything\n", covers + extrapolate + "\n", StringComparison.Ordinal)).Outcome());
    }

    [Fact]
    public void A_key_with_a_missing_part_is_one_row_that_nobody_knows() =>
        Assert.Equal(Outcome.NotEvaluated, (Of(Rule, ["[64490, 2, a, 2024-01-01, , 1]"]) with { Claims = [Some.Claim(Line with { Code = null })] }).Outcome());

    [Fact]
    public void With_in_a_key_is_bound_to_each_value_of_a_list() => Assert.Equal(["MC2001 1.1"], (Of(
        """
        match:
          line: { is: line }
        forbid:
          limit: { is: limits, where: { code: { in: $line.modifiers }, in-force: $line.date, limit: { less-than: 3 } } }
        """,
        ["[26, 5, a, 2024-01-01, , 1]", "[59, 2, a, 2024-01-01, , 1]"]) with
    { Claims = [Some.Claim(Line with { Modifiers = ["26", "59"] })] }).Found());

    [Fact]
    public void A_grouped_table_gives_one_row_with_a_list_of_all_in_force() => Assert.Equal("a, b", Assert.Single((Of(
        """
        match:
          line: { is: line }
          limit: { is: limits, where: { code: $line.code, in-force: $line.date } }
        check: { limit.names: { some: c } }
        message: "{limit.names}"
        """,
        ["[64490, 5, b, 2024-01-01, , 1]", "[64490, 5, a, 2024-01-01, , 1]", "[64490, 5, c, 2024-01-01, 2024-02-01, 1]"],
        table => table + "group: { name: names }\n")).Findings()).Message.Render(Privacy.Identifying));

    [Fact]
    public void A_row_is_a_witness_with_its_release_and_key()
    {
        var row = Assert.Single(Of(Rule, ["[64490, 2, a, 2024-01-01, , 1]"]).Findings()).Witnesses.Single(witness => witness.Name == "limit").Row!;

        Assert.Equal("limits 2024Q3 code 64490", $"{row.Table} {row.Release} {string.Join(' ', row.Key.Select(part => $"{part.Name} {string.Join(',', part.Values)}"))}");
    }

    private static Trial Of(string rule, string[] rows, Func<string, string>? change = null)
    {
        var table = $"""
            table: limits
            summary: Limits.
            source: @ title: Invented #
            release: 2024Q3
            choose: dated
            period: [2024-01-01, 2024-12-31]
            columns: @ code: code, limit: number, name: code, effective: date, deleted: date, indicator: code #
            keys: [[code]]
            shape: row
            missing: none
            covers: everything
            skip: @ indicator: 9 #
            stricter: @ indicator: [0, 1] #
            rows:
            {string.Join('\n', rows.Select(row => $"  - {row.Replace(", ,", ", ~,", StringComparison.Ordinal)}"))}

            """.Replace("@", "{", StringComparison.Ordinal).Replace("#", "}", StringComparison.Ordinal).ReplaceLineEndings("\n");
        return new Trial { Rules = [rule], Claims = [Some.Claim(Line)], Files = [("tables/limits.yaml", change?.Invoke(table) ?? table)] };
    }
}
