using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.RuleTests;

/// <summary>The claim that a test inside a rule is run on, default by default, and how a test changes it.</summary>
public sealed class ShorthandTests
{
    [Theory]
    [InlineData("line.code: 99213")]
    [InlineData("line.code-qualifier: HC")]
    [InlineData("line.number: 1")]
    [InlineData("line.charge: 100")]
    [InlineData("line.unit: UN")]
    [InlineData("line.units: 1")]
    [InlineData("line.date: 2024-08-15")]
    [InlineData("line.through: 2024-08-15")]
    [InlineData("line.modifiers: { none: { length: { at-least: 0 } } }")]
    [InlineData("line.pointers: { every: 1 }")]
    [InlineData("line.described: no")]
    [InlineData("line.rendering-provider: 1234567893")]
    [InlineData("line.ndc: { present: no }")]
    [InlineData("line.revenue-code: { present: no }")]
    [InlineData("line.history: no")]
    [InlineData("line.id: TESTCLAIM1")]
    [InlineData("line.total: 100")]
    [InlineData("line.place-of-service: 11")]
    [InlineData("line.frequency: 1")]
    [InlineData("line.setting: practitioner")]
    [InlineData("line.payer-sequence: P")]
    [InlineData("line.filing-indicator: MB")]
    [InlineData("line.member-id: 1EG4TE5MK73")]
    [InlineData("line.patient-birth-date: 1960-01-01")]
    [InlineData("line.patient-sex: F")]
    [InlineData("line.submitted: 2024-08-20")]
    [InlineData("line.reporting: no")]
    [InlineData("line.billing-provider: 1999999984")]
    [InlineData("line.billing-provider: { check-digit: npi }")]
    [InlineData("line.rendering-provider: { check-digit: npi, not: $line.billing-provider }")]
    [InlineData("line.delay-reason: { present: no }")]
    [InlineData("line.admission: { present: no }")]
    public void What_a_test_does_not_give_is_that_of_the_clean_claim(string test) => AssertCase("valid", test, "");

    [Theory]
    [InlineData("line.units: 1", "lines: [ { units: null } ]")]
    [InlineData("line.code: 99213", "lines: [ { code: null } ]")]
    [InlineData("line.charge: 100", "lines: [ { charge: null } ]")]
    [InlineData("line.date: 2024-08-15", "lines: [ { date: null } ]")]
    [InlineData("line.rendering-provider: 1234567893", "lines: [ { rendering-provider: null } ]")]
    [InlineData("line.rendering-provider: 1234567893", "lines: [ { rendering-provider: organization } ]")]
    [InlineData("line.frequency: 1", "frequency: null")]
    [InlineData("line.billing-provider: 1999999984", "billing-provider: null")]
    [InlineData("line.patient-birth-date: 1960-01-01", "patient-birth-date: null")]
    [InlineData("line.total: 100", "total: null")]
    public void Null_makes_a_value_missing(string test, string given) => AssertCase("valid", test, $", {given}, expect: not-evaluated");

    [Theory]
    [InlineData("line.units: 3", "lines: [ { units: 3 } ]")]
    [InlineData("line.total: 250", "lines: [ { charge: 100 }, { charge: 150 } ]")]
    [InlineData("line.total: 7", "total: 7")]
    [InlineData("line.number: { at-most: 2 }", "lines: [ { }, { } ]")]
    [InlineData("line.setting: hospital", "setting: hospital")]
    [InlineData("line.submitted: { at-most: $line.date + $policy.timely-filing months }", "policy: { timely-filing: 1 }")]
    public void What_is_given_stands_in_place_of_it(string test, string given) => AssertCase("valid", test, $", {given}");

    [Fact]
    public void Several_claims_are_of_one_patient_and_each_has_an_id_of_its_own() => AssertRule(
        """
        match: { claim: { is: claim } }
        forbid: { other: { is: claim, after: claim, same-as: { claim: [patient] }, where: { id: { not: $claim.id } } } }
        tests: { invalid: [ { name: two claims, claims: [ { }, { } ], expect: [ { claim: 1 } ] } ] }
        """);

    [Fact]
    public void The_clean_claim_has_one_diagnosis() => AssertRule(
        """
        match: { it: { is: diagnosis } }
        check: { it.code: M47812, it.qualifier: ABK, it.position: 1, it.principal: yes }
        tests: { valid: [ { name: clean } ] }
        """);

    [Fact]
    public void What_a_test_expects_and_what_comes_out_must_be_the_same() =>
        Assert.Equal("fail, not pass", Assert.Single(Run("match: { line: { is: line } }\ncheck: { line.unit: MJ }\ntests: { valid: [ { name: clean } ] }").Results).Failure);

    private static void AssertCase(string kind, string test, string given) =>
        AssertRule($$"""
            match: { line: { is: line } }
            check: { {{test}} }
            tests: { {{kind}}: [ { name: a case{{given}} } ] }
            """);

    private static void AssertRule(string logic)
    {
        var report = Run(logic);

        Assert.Empty(report.Diagnostics);
        Assert.Null(Assert.Single(report.Results).Failure);
    }

    private static RuleTestReport Run(string logic)
    {
        Assert.True(RuleSet.TryLoad([RuleText.Source(logic, 1)], out var rules, out var diagnostics), string.Join('\n', diagnostics));
        return RuleTestRunner.Run(rules);
    }
}
