using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Engine.Generation;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>Findings that the built-in engine makes of rows: each failing binding counts that the definition tells apart.</summary>
public class FailingBindingTests
{
    // Two lines that can be bound behind the first, each with a row of a table.
    private static readonly RunInput ThreeLines = new()
    {
        Files = [new() { Claims = [new() { PayerId = "1", MemberId = "TEST", PatientFirstName = "ANN", Lines = [LineOf(1, "64493"), LineOf(2, "64490"), LineOf(3, "64491")] }] }],
    };

    [Theory]
    [InlineData("claim")]
    [InlineData("patient")]
    public void What_is_bound_behind_what_decides_denies_its_own_line(string within) => Agree(
        3,
        $$"""
        match:
          first: { is: line, where: { code: "64493" } }
          other: { is: line, where: { code: [64490, 64491] }, same-as: { first: [{{within}}] } }
        check: { first.code: "1" }
        report: [first]
        denies: other
        """,
        """
        match: { line: { is: line, where: { denied: yes } } }
        check: { line.code: "1" }
        """);

    [Theory]
    [InlineData("claim")]
    [InlineData("patient")]
    public void Each_row_of_a_table_behind_what_decides_is_a_finding(string within) => Agree(
        2,
        $$"""
        match:
          first: { is: line, where: { code: "64493" } }
          other: { is: line, where: { code: [64490, 64491] }, same-as: { first: [{{within}}] } }
          most: { is: limits, where: { code: $other.code, in-force: $other.date } }
        check: { first.code: "1" }
        report: [first]
        """);

    [Fact]
    public void Each_row_of_a_table_that_is_bound_for_the_message_is_a_finding() => Agree(
        2,
        """
        match:
          first: { is: line, where: { code: "64493" } }
          other: { is: line, where: { code: [64490, 64491] }, same-as: { first: [patient] } }
        check: { first.code: "1" }
        report: [first]
        optional:
          most: { is: limits, where: { code: $other.code, in-force: $other.date } }
        """);

    [Fact]
    public void What_fails_in_several_ways_at_one_place_is_found_once() => Agree(
        1,
        """
        match:
          first: { is: line, where: { code: "64493" } }
          other: { is: line, where: { code: [64490, 64491] }, same-as: { first: [patient] } }
        check: { other.code: "1" }
        report: [first]
        """);

    [Fact]
    public void A_total_of_a_failing_binding_shows_its_members() => Agree(
        3,
        """
        match:
          first: { is: line }
          all: { is: total, of: line, same-as: { first: [patient] } }
        check: { all.count: { at-most: 2 } }
        """);

    private static void Agree(int findings, params string[] rules)
    {
        Assert.True(RuleSet.TryLoad([.. RandomLibrary.Files(""), .. rules.Select((rule, place) => RuleText.Source(rule, place + 1))], out var set, out var diagnostics), string.Join('\n', diagnostics));
        var found = RunAgreement.Judge(new NaiveEngine(set), set, ThreeLines).Judgements.Sum(judgement => judgement.Findings.Length);
        var said = RunAgreement.Said(new NaiveEngine(set), set, ThreeLines);

        Assert.Equal(findings, found);
        Assert.All(AgreementTests.Ways.Values, way => Assert.Equal(said, RunAgreement.Said(new PlannedEngine(set, way), set, ThreeLines)));
    }

    private static LineInput LineOf(int number, string code) => new() { Number = number, Code = code, Date = new DateOnly(2024, 8, 13), Through = new DateOnly(2024, 8, 13) };
}
