using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Rules over a patient's claims: who a patient is, superseded claims, history, and days that the run has not seen.</summary>
public sealed class PatientTests
{
    private const string Duplicate = """
        match: { line: { is: line } }
        forbid: { copy: { is: line, after: line, same-as: { line: [patient, rendering-provider, date, code] } } }
        """;

    private const string Rolling = """
        match: { line: { is: line } }
        forbid:
          earlier:
            is: line
            same-as: { line: [patient, code] }
            where: { date: { between: [$line.date - 30 days, $line.date - 1 days] } }
        """;

    private const string Needed = """
        match: { line: { is: line, where: { code: 99213 } } }
        require:
          earlier:
            is: line
            same-as: { line: [patient] }
            where: { code: 99214, date: { between: [$line.date - 30 days, $line.date - 1 days] } }
        """;

    private static ClaimInput Claim => Some.Claim(Some.Line());

    [Theory]
    [InlineData("{ date: { between: [$line.date - 30 days, $line.date - 1 days] } }")]
    [InlineData("{ all: [ { date: { between: [$line.date - 30 days, $line.date - 1 days] } } ] }")]
    [InlineData("{ date: { not: { more-than: $line.date - 1 days } } }")]
    [InlineData("{ date: [$line.date - 1 days, $line.date - 2 days] }")]
    public void However_a_bound_is_written_days_beyond_the_run_are_not_evaluated(string where)
    {
        var rule = $$"""
            match: { line: { is: line } }
            forbid: { earlier: { is: line, same-as: { line: [patient, code] }, where: {{where}} } }
            """;

        Assert.Equal(Outcome.NotEvaluated, Of(rule, Claim).Outcome());
        Assert.Equal("date is missing", Of(rule, Some.Claim(Some.Line() with { Date = null, Through = null })).Reason());
    }

    [Fact]
    public void A_claim_of_the_history_that_the_run_replaces_is_not_seen()
    {
        var earlier = Some.Claim(Some.Line() with { Date = Some.Day.AddDays(-3), Through = Some.Day.AddDays(-3) }) with { Id = "SAME" };
        var trial = Of(Rolling, Claim with { Id = "OTHER" }) with { History = [earlier], HistoryFrom = Some.Day.AddDays(-60) };

        Assert.Equal(Outcome.Fail, trial.Outcome());
        Assert.Equal(Outcome.Pass, (trial with { Claims = [Claim with { Id = "SAME", Frequency = "7" }] }).Outcome());
    }

    [Fact]
    public void What_stands_in_a_replaced_claim_is_seen_by_rules_about_the_claim_alone()
    {
        const string rule = """
            match: { line: { is: line, where: { frequency: 1 } } }
            forbid: { copy: { is: line, after: line, same-as: { line: [file, code] } } }
            """;

        Assert.Single(Of(rule, Claim with { Id = "FIRST" }, Claim with { Id = "SECOND" }).Found());
        Assert.Empty(Of(rule, Claim with { Id = "SAME" }, Claim with { Id = "SAME", Frequency = "7" }).Found());
    }

    [Fact]
    public void Claims_of_one_payer_member_and_first_name_are_one_patients() =>
        Assert.Equal(["MC2001 1.1"], Of(Duplicate, Claim, Claim with { MemberId = "1test-00aa00", PatientFirstName = "Ann" }).Found());

    [Theory]
    [InlineData("00002", "1TEST00AA00", "ANN")]
    [InlineData("00001", "1TEST00AA01", "ANN")]
    [InlineData("00001", "1TEST00AA00", "BEA")]
    public void Claims_of_others_are_not(string payer, string member, string name) =>
        Assert.Empty(Of(Duplicate, Claim, Claim with { PayerId = payer, MemberId = member, PatientFirstName = name }).Found());

    [Theory]
    [InlineData("7")]
    [InlineData("8")]
    public void A_claim_that_a_later_one_replaces_or_voids_is_not_seen_beyond_itself(string frequency) =>
        Assert.Empty(Of(Duplicate, Claim, Claim with { Frequency = frequency }).Found());

    [Fact]
    public void The_payers_number_names_the_claim_that_is_replaced()
    {
        var original = Claim with { Id = "C1", OriginalReference = "ICN1" };

        Assert.Empty(Of(Duplicate, original, Claim with { Id = "C2", Frequency = "7", OriginalReference = "ICN1" }).Found());
        Assert.Equal(["MC2001 1.1"], Of(Duplicate, original, Claim with { Id = "C2", Frequency = "7", OriginalReference = "ICN2" }).Found());
    }

    [Fact]
    public void A_superseded_claim_is_judged_by_rules_about_one_claim() => Assert.Equal(["MC2001 1.1", "MC2001 2.1"], Of(
        """
        match: { line: { is: line } }
        check: { line.unit: MJ }
        """,
        Claim,
        Claim with { Frequency = "7" }).Found());

    [Fact]
    public void Beyond_the_days_of_the_run_nothing_passes_forbid() => Assert.Equal(Outcome.NotEvaluated, Of(Rolling, Claim).Outcome());

    [Fact]
    public void Beyond_them_nothing_fails_require() => Assert.Equal(Outcome.NotEvaluated, Of(Needed, Claim).Outcome());

    [Fact]
    public void What_is_found_decides_where_it_can()
    {
        var earlier = Some.Claim(Some.Line() with { Date = Some.Day.AddDays(-10), Through = null });
        var needed = Some.Claim(Some.Line("99214") with { Date = Some.Day.AddDays(-10), Through = null });

        Assert.Equal(Outcome.Fail, Of(Rolling, Claim, earlier).Outcome());
        Assert.Equal(Outcome.Pass, Of(Needed, Claim, needed).Outcome());
    }

    [Fact]
    public void A_history_that_covers_the_days_decides()
    {
        var covered = Of(Rolling, Claim) with { HistoryFrom = Some.Day.AddDays(-30) };

        Assert.Equal(Outcome.Pass, covered.Outcome());
        Assert.Equal(Outcome.NotEvaluated, (covered with { HistoryFrom = Some.Day.AddDays(-29) }).Outcome());
        Assert.Equal(Outcome.Fail, (Of(Needed, Claim) with { HistoryFrom = Some.Day.AddDays(-30) }).Outcome());
    }

    [Fact]
    public void Facts_of_history_are_seen_and_neither_reported_nor_denied()
    {
        var past = Some.Claim(Some.Line() with { Date = Some.Day.AddDays(-10), Through = null });
        var trial = Of(Rolling + "\ndenies: earlier", Claim) with { History = [past], HistoryFrom = Some.Day.AddDays(-90) };

        Assert.Equal(["MC2001 1.1"], trial.Found());
        Assert.Null(Assert.Single(trial.Findings()).ChargeAtRisk);
    }

    [Fact]
    public void A_rule_can_tell_history_from_the_run()
    {
        var past = Some.Claim(Some.Line());
        var rule = """
            match: { line: { is: line } }
            forbid: { earlier: { is: line, same-as: { line: [patient, code] }, where: { history: yes } } }
            """;

        Assert.Equal(Outcome.Fail, (Of(rule, Claim) with { History = [past], HistoryFrom = Some.Day.AddDays(-90) }).Outcome());
        Assert.Equal(Outcome.Pass, Of(rule, Claim, Claim).Outcome());
    }

    [Theory]
    [InlineData("yes", Outcome.NotEvaluated)]
    [InlineData("no", Outcome.Fail)]
    [InlineData("auto", Outcome.NotEvaluated)]
    public void On_the_day_itself_others_may_bill_where_no_provider_is_asked_for(string othersBill, Outcome expected)
    {
        const string rule = """
            match: { line: { is: line, where: { code: 01991 } } }
            require: { block: { is: line, same-as: { line: [patient, date] }, where: { code: 64490 } } }
            """;

        Assert.Equal(expected, WithOthers(Of(rule, Some.Claim(Some.Line("01991"))), othersBill).Outcome());
    }

    [Fact]
    public void Auto_takes_a_run_that_holds_such_a_fact_for_a_whole_one()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 01991 } } }
            require: { block: { is: line, same-as: { line: [patient, date] }, where: { code: 64490 } } }
            """;
        var other = Some.Claim(Some.Line("64490")) with { MemberId = "1TEST00AA01" };

        Assert.Equal(Outcome.Fail, WithOthers(Of(rule, Some.Claim(Some.Line("01991")), other), "auto").Outcome());
    }

    [Fact]
    public void What_the_history_holds_tells_nothing_of_what_the_run_bills()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 01991 } } }
            require: { block: { is: line, same-as: { line: [patient, date] }, where: { code: 64490 } } }
            """;
        var trial = WithOthers(Of(rule, Some.Claim(Some.Line("01991"))), "auto") with
        {
            History = [Some.Claim(Some.Line("64490") with { Date = Some.Day.AddDays(-9), Through = Some.Day.AddDays(-9) })],
            HistoryFrom = Some.Day.AddDays(-90),
        };

        Assert.Equal(Outcome.NotEvaluated, trial.Outcome());
    }

    [Theory]
    [InlineData("CI", Outcome.Fail)]
    [InlineData("MB", Outcome.NotEvaluated)]
    public void What_a_run_holds_is_asked_under_the_profile_of_each_claim(string indicator, Outcome expected)
    {
        const string rule = """
            match: { line: { is: line, where: { code: 01991 } } }
            require: { block: { is: line, same-as: { line: [patient, date] }, where: { units: { at-least: $policy.timely-filing } } } }
            """;
        var other = Some.Claim(Some.Line("64490") with { Units = 5 }) with { MemberId = "1TEST00AA01", FilingIndicator = indicator };
        var trial = Of(rule, Some.Claim(Some.Line("01991")), other) with
        {
            Files =
            [
                ("profiles/base.yaml", "profile: base\nsummary: Base.\ndefault: yes\nparameters: { others-bill: { value: auto }, timely-filing: { value: 12 } }\n"),
                ("profiles/other.yaml", "profile: other\nsummary: Other.\nextends: base\nfor: { filing-indicators: [CI] }\nparameters: { timely-filing: { value: 4 } }\n"),
            ],
        };

        Assert.Equal(expected, trial.Outcome(claim: 1));
    }

    [Fact]
    public void Where_a_provider_is_asked_for_the_day_is_seen()
    {
        const string rule = """
            match: { line: { is: line, where: { code: 01991 } } }
            require: { block: { is: line, same-as: { line: [patient, date, rendering-provider] }, where: { code: 64490 } } }
            """;

        Assert.Equal(Outcome.Fail, WithOthers(Of(rule, Some.Claim(Some.Line("01991"))), "yes").Outcome());
    }

    [Theory]
    [InlineData("count: { at-most: 3 }", Outcome.NotEvaluated)]
    [InlineData("count: { at-most: 0 }", Outcome.Fail)]
    [InlineData("count: { at-least: 1 }", Outcome.Pass)]
    [InlineData("count: { at-least: 5 }", Outcome.NotEvaluated)]
    public void A_total_over_days_that_were_not_seen_has_no_upper_end(string test, Outcome expected) => Assert.Equal(expected, Of(
        $$"""
        match:
          line: { is: line }
          year:
            is: total
            of: line
            distinct: date
            same-as: { line: [patient] }
            where: { date: { more-than: $line.date - 12 months, at-most: $line.date } }
        check: { year.{{test}} }
        """,
        Claim).Outcome());

    [Fact]
    public void A_period_that_ends_before_it_begins_asks_for_nothing() => Assert.Equal(Outcome.Pass, Of(
        """
        match: { line: { is: line } }
        forbid:
          other:
            is: line
            same-as: { line: [patient] }
            where: { date: { at-least: $line.date + 5 days, at-most: $line.date - 5 days } }
        """,
        Claim).Outcome());

    private static Trial Of(string rule, params ClaimInput[] claims) => new() { Rules = [rule], Claims = [.. claims] };

    private static Trial WithOthers(Trial trial, string othersBill) => trial with
    {
        Files = [("profiles/payer.yaml", $"profile: payer\nsummary: A payer.\ndefault: yes\nparameters: {{ others-bill: {{ value: {othersBill} }} }}\n")],
    };
}
