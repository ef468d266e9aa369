using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Payer profiles: chosen per claim, with parameters, severities and rules that are off.</summary>
public sealed class ProfileTests
{
    private const string Default = "profile: base\nsummary: Base.\ndefault: yes\nparameters: { timely-filing: [ { value: 12, from: 2024-01-01 }, { value: 6, through: 2023-12-31 } ] }\n";

    private const string Rule = """
        match: { line: { is: line } }
        check: { line.submitted: { at-most: $line.date + $policy.timely-filing months } }
        """;

    [Theory]
    [InlineData("2024-01-02", "2024-12-31", Outcome.Pass)]
    [InlineData("2023-12-31", "2024-07-01", Outcome.Fail)]
    [InlineData("2023-12-31", "2024-06-30", Outcome.Pass)]
    public void A_parameter_has_the_value_of_the_day_of_service(string date, string submitted, Outcome expected)
    {
        var day = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
        var claim = Some.Claim(Some.Line() with { Date = day, Through = day }) with { Submitted = DateOnly.Parse(submitted, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(expected, new Trial { Rules = [Rule], Claims = [claim], Files = [("profiles/base.yaml", Default)] }.Outcome());
    }

    [Fact]
    public void A_parameter_without_a_value_is_not_evaluated() => Assert.Equal("the profile default gives no timely-filing", Trial.Of(Rule, Some.Line()).Reason());

    [Fact]
    public void The_most_specific_profile_is_chosen_and_says_how_severe_a_rule_is()
    {
        var trial = new Trial
        {
            Rules = ["match: { line: { is: line } }\ncheck: { line.unit: MJ }\n"],
            Claims = [Some.Claim(Some.Line()), Some.Claim(Some.Line()) with { PayerId = "00002" }, Some.Claim(Some.Line()) with { FilingIndicator = "CI" }],
            Files =
            [
                ("profiles/base.yaml", Default),
                ("profiles/commercial.yaml", "profile: commercial\nsummary: Commercial.\nextends: base\nfor: { filing-indicators: [CI] }\nseverities: { codes: info }\n"),
                ("profiles/payer.yaml", "profile: payer\nsummary: A payer.\nextends: commercial\nfor: { payers: [\"00002\"] }\nseverities: { MC2001: warning }\n"),
            ],
        };

        Assert.Equal([Severity.Error, Severity.Warning, Severity.Info], trial.Findings().OrderBy(finding => finding.Place.Claim).Select(finding => finding.Severity));
    }

    [Theory]
    [InlineData("off: [codes]", Outcome.NotApplicable)]
    [InlineData("off: [codes]\nseverities: { MC2001: warning }", Outcome.Fail)]
    public void What_is_said_of_the_id_counts_before_the_category(string profile, Outcome expected) => Assert.Equal(expected, new Trial
    {
        Rules = ["match: { line: { is: line } }\ncheck: { line.unit: MJ }\n"],
        Claims = [Some.Claim(Some.Line())],
        Files = [("profiles/base.yaml", $"profile: base\nsummary: Base.\ndefault: yes\n{profile}\n")],
    }.Outcome());

    [Theory]
    [InlineData("more-than: 6", Outcome.NotApplicable)]
    [InlineData("at-most: 12", Outcome.Pass)]
    public void A_condition_that_selects_by_a_parameter_binds_the_profile(string test, Outcome expected) => Assert.Equal(expected, new Trial
    {
        Rules =
        [
            $$"""
            match:
              line: { is: line }
              profile: { is: profile, same-as: { line: [claim] }, where: { timely-filing: { {{test}} } } }
            check: { line.unit: UN }
            """,
        ],
        Claims = [Some.Claim(Some.Line())],
        Files = [("profiles/base.yaml", "profile: base\nsummary: Base.\ndefault: yes\nparameters: { timely-filing: { value: 6 } }\n")],
    }.Outcome());

    [Fact]
    public void Policy_is_the_profile_of_the_claim_that_is_reported_and_not_of_the_one_that_is_matched_first()
    {
        var trial = Pair("check: { other.submitted: { at-most: $other.date + $policy.timely-filing months } }\nreport: [other]", "");

        // The second payer takes claims for a month only, the first for a year.
        Assert.Equal(["MC2001 2.1"], trial.Found());
        Assert.Equal(Outcome.Pass, trial.Outcome(claim: 1));
    }

    [Fact]
    public void A_rule_is_off_where_the_profile_of_the_reported_claim_switches_it_off()
    {
        const string rule = "check: { other.unit: MJ }\nreport: [other]";

        Assert.Equal(["MC2001 1.1", "MC2001 2.1"], Pair(rule, "").Found());
        Assert.Equal(["MC2001 1.1"], Pair(rule, "off: [MC2001]").Found());
    }

    [Fact]
    public void The_severity_of_a_category_holds_whatever_the_rule_says_of_itself() => Assert.Equal(
        Severity.Error,
        Assert.Single(Profiled("severities: { codes: error }", ["match: { line: { is: line } }\ncheck: { line.unit: MJ }\nseverity: info\n"]).Findings()).Severity);

    [Theory]
    [InlineData("off: [MC2001]", "severities: { MC2001: warning }", Severity.Warning)]
    [InlineData("off: [some-rule-1]", "severities: { MC2001: warning }", Severity.Warning)]
    [InlineData("off: [codes]", "severities: { codes: info }", Severity.Info)]
    [InlineData("off: [codes]", "severities: { some-rule-1: info }", Severity.Info)]
    [InlineData("severities: { MC2001: warning }", "off: [codes]", Severity.Warning)]
    [InlineData("severities: { MC2001: warning }", "off: [MC2001]", null)]
    [InlineData("severities: { codes: warning }", "off: [codes]", null)]
    [InlineData("off: [MC2001]", "severities: { codes: warning }", null)]
    [InlineData("off: [MC2001]", "", null)]
    public void What_a_profile_says_takes_the_place_of_what_the_one_it_extends_says_of_the_same(string parent, string child, Severity? expected)
    {
        var trial = new Trial
        {
            Rules = [Unit],
            Claims = [Some.Claim(Some.Line())],
            Files =
            [
                ("profiles/base.yaml", $"profile: base\nsummary: Base.\ndefault: yes\n{parent}\n"),
                ("profiles/payer.yaml", $"profile: payer\nsummary: A payer.\nextends: base\nfor: {{ payers: [\"00001\"] }}\n{child}\n"),
            ],
        };

        Assert.Equal(expected, trial.Findings().SingleOrDefault()?.Severity);
    }

    private const string Unit = "match: { line: { is: line } }\ncheck: { line.unit: MJ }\n";

    private static Trial Profiled(string profile, string[] rules) => new()
    {
        Rules = [.. rules],
        Claims = [Some.Claim(Some.Line())],
        Files = [("profiles/base.yaml", $"profile: base\nsummary: Base.\ndefault: yes\n{profile}\n")],
    };

    // Two claims of a patient, the second one of another kind of payer.
    private static Trial Pair(string demand, string profile) => new()
    {
        Rules =
        [
            $$"""
            match:
              line: { is: line }
              other: { is: line, same-as: { line: [patient] } }
            {{demand}}
            """,
        ],
        Claims =
        [
            Some.Claim(Some.Line()) with { Submitted = Some.Day.AddDays(90) },
            Some.Claim(Some.Line()) with { FilingIndicator = "CI", Submitted = Some.Day.AddDays(90) },
        ],
        Files =
        [
            ("profiles/base.yaml", Default),
            ("profiles/other.yaml", $"profile: other\nsummary: Another.\nfor: {{ filing-indicators: [CI] }}\nparameters: {{ timely-filing: {{ value: 1 }} }}\n{profile}\n"),
        ],
    };
}
