using MedCodes.Validator.Claims.Building;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>What one rule denies another one reads, to the least fixpoint; and findings that later rules match.</summary>
public sealed class DenialTests
{
    private const string NoCharge = """
        match: { line: { is: line, where: { code: "00001" } } }
        check: { line.charge: { more-than: 0 } }
        denies: line
        """;

    private const string AddOn = """
        match: { addon: { is: line, where: { code: { starts-with: 1 } } } }
        require: { primary: { is: line, same-as: { addon: [claim, units] }, where: { denied: no, code: { starts-with: 0 } } } }
        denies: addon
        """;

    private const string AddOnOfAnAddOn = """
        match: { second: { is: line, where: { code: { starts-with: 2 } } } }
        require: { first: { is: line, same-as: { second: [claim, units] }, where: { denied: no, code: { starts-with: 1 } } } }
        denies: second
        """;

    private static LineInput Primary => Some.Line("00001") with { Charge = 0 };

    [Fact]
    public void Three_levels_fall_with_the_first_whatever_the_order_of_the_rules()
    {
        LineInput[] lines = [Some.Line("20001"), Some.Line("10001"), Primary];

        Assert.Equal(3, Of([NoCharge, AddOn, AddOnOfAnAddOn], lines).Found().Count);
        Assert.Equal(3, Of([AddOnOfAnAddOn, AddOn, NoCharge], lines).Found().Count);
        Assert.Empty(Of([AddOnOfAnAddOn, AddOn, NoCharge], Primary with { Charge = 1 }, Some.Line("10001"), Some.Line("20001")).Found());
    }

    [Fact]
    public void Denied_lines_can_be_matched() => Assert.Equal(["MC2001 1.1", "MC2002 1.1"], Of(
        [
            NoCharge,
            """
            match: { line: { is: line, where: { denied: yes } } }
            check: { line.unit: MJ }
            """,
        ],
        Primary,
        Some.Line()).Found());

    [Fact]
    public void Every_failing_binding_denies_whatever_once_per_keeps() => Assert.Equal(
        ["MC2001 1.1", "MC2002 1.1", "MC2002 1.2"],
        Of(
            [
                NoCharge + "\nonce-per: [claim]",
                """
                match: { line: { is: line, where: { denied: yes } } }
                check: { line.unit: MJ }
                """,
            ],
            Primary,
            Primary).Found());

    [Fact]
    public void What_is_bypassed_or_not_evaluated_denies_nothing()
    {
        const string denied = """
            match: { line: { is: line, where: { denied: yes } } }
            check: { line.unit: MJ }
            """;

        Assert.Empty(Of([NoCharge + "\nunless: { line.unit: UN }", denied], Primary).Found());
        Assert.Empty(Of([NoCharge, denied], Primary with { Charge = null }).Found());
    }

    [Fact]
    public void A_rule_that_a_profile_switches_off_denies_nothing() => Assert.Empty((Of([NoCharge, AddOn], Primary, Some.Line("10001")) with
    {
        Files = [("profiles/payer.yaml", "profile: payer\nsummary: A payer.\ndefault: yes\noff: [MC2001]\n")],
    }).Found());

    [Fact]
    public void A_later_rule_matches_what_earlier_ones_found() => Assert.Equal(["MC2001 1.2", "MC2002 1.2"], Of(
        [
            """
            match: { line: { is: line, where: { code: "00001" } } }
            check: { line.charge: { more-than: 0 } }
            """,
            """
            match:
              found: { is: finding, where: { rule: MC2001, severity: error } }
              line: { is: line, same-as: { found: [line] } }
            check: { line.unit: MJ }
            report: [line]
            """,
        ],
        Some.Line(),
        Primary).Found());

    [Fact]
    public void The_findings_of_a_category_are_counted_and_forbidden_behind_all_of_its_rules()
    {
        const string amounts = "\ncategory: amounts";
        string[] rules =
        [
            """
            match:
              claim: { is: claim }
              wrong: { is: total, of: finding, same-as: { claim: [claim] }, where: { rule-category: amounts } }
            check: { wrong.count: { at-most: 1 } }
            """,
            """
            match: { line: { is: line } }
            forbid: { found: { is: finding, same-as: { line: [line] }, where: { rule-category: amounts } } }
            """,
            NoCharge + amounts,
        ];

        Assert.Equal(["MC2001 1", "MC2002 1.1", "MC2002 1.2", "MC2003 1.1", "MC2003 1.2"], Of(rules, Primary, Primary).Found().Order(StringComparer.Ordinal));
        Assert.Equal(["MC2002 1.1", "MC2003 1.1"], Of(rules, Primary, Some.Line()).Found());
    }

    private static Trial Of(string[] rules, params LineInput[] lines) => new() { Rules = [.. rules], Claims = [Some.Claim([.. lines])] };
}
