using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>Conditions that the numbers of values decide, against the definition, around the values where they change.</summary>
public class WordTestTests
{
    private static readonly ImmutableArray<DateOnly?> Days =
    [
        null, new(1, 1, 1), new(1899, 2, 28), new(1900, 1, 31), new(1900, 2, 28), new(1900, 3, 1), new(2023, 1, 31), new(2023, 2, 28), new(2023, 3, 1), new(2024, 1, 30),
        new(2024, 1, 31), new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1), new(2024, 3, 31), new(2024, 4, 30), new(2025, 2, 28), new(9999, 12, 31),
    ];

    [Theory]
    [InlineData("at-least: $claim.patient-birth-date")]
    [InlineData("at-least: $claim.patient-birth-date + 1 months")]
    [InlineData("at-most: $claim.patient-birth-date - 1 months")]
    [InlineData("more-than: $claim.patient-birth-date + 124 years")]
    [InlineData("less-than: $claim.patient-birth-date - 1 years")]
    [InlineData("between: [$claim.patient-birth-date - 30 days, $claim.patient-birth-date + 13 months]")]
    [InlineData("not: $claim.patient-birth-date + 1 years")]
    [InlineData("at-least: 2024-02-29")]
    [InlineData("not: { less-than: 1900-03-01 }")]
    public void Days_are_counted_as_the_definition_counts_them(string test) => Agrees(
        $"match: {{ claim: {{ is: claim }} }}\ncheck: {{ claim.onset: {{ {test} }} }}",
        [.. Days.SelectMany(onset => Days.Select(birth => Some.Claim(Some.Line()) with { Onset = onset, PatientBirthDate = birth }))]);

    [Theory]
    [InlineData("not: 0")]
    [InlineData("at-least: 0.01")]
    [InlineData("between: [-5, 99.99]")]
    public void Amounts_are_compared_as_the_definition_compares_them(string test) => Agrees(
        $"match: {{ line: {{ is: line }} }}\ncheck: {{ line.charge: {{ {test} }} }}",
        [.. new decimal?[] { null, 0m, 0.00m, 0.01m, -5m, -5.01m, 99.99m, 100m, 99_999_999.99m }.Select(charge => Some.Claim(Some.Line() with { Charge = charge }))]);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Values_are_there_as_the_definition_says(string wanted) => Agrees(
        $"match: {{ claim: {{ is: claim }} }}\ncheck: {{ claim.member-id: {{ present: {wanted} }} }}",
        [.. new[] { null, "", " ", "M1", "MEMBER-OF-MANY-LETTERS" }.Select(id => Some.Claim(Some.Line()) with { MemberId = id })]);

    [Theory]
    [InlineData("all: [{ b.date: $a.date }, { b.code: { not: $a.code } }]")]
    [InlineData("any: [{ b.date: { more-than: $a.date } }, { not: { b.ndc: $a.ndc } }, { b.modifiers: { some: 59 } }]")]
    [InlineData("not: { any: [{ b.ndc: $a.ndc }, { b.through: { less-than: $a.date + 2 days } }] }")]
    public void Conditions_over_two_lines_are_joined_as_the_definition_joins_them(string unless)
    {
        var lines = new List<LineInput>();
        foreach (var day in new DateOnly?[] { null, Some.Day, Some.Day.AddDays(2) })
        {
            lines.Add(Some.Line() with { Date = day, Through = day });
            lines.Add(Some.Line("64490") with { Date = day, Through = day, Ndc = "00002143380", Modifiers = ["59"] });
        }

        Agrees(
            $"match: {{ a: {{ is: line }} }}\nforbid:\n  b: {{ is: line, same-as: {{ a: [claim] }} }}\nunless: {{ {unless} }}",
            [.. lines.SelectMany(one => lines.Select(other => Some.Claim(one, other)))]);
    }

    [Theory]
    [InlineData("match: { line: { is: line, where: { code: 99213 } } }\ncheck: { line.charge: { at-least: 0 } }")]
    [InlineData("match: { line: { is: line, where: { code: { not: 99213 }, charge: { not: 0 } } } }\ncheck: { line.date: { present: true } }")]
    [InlineData("match: { line: { is: line, where: { patient-birth-date: { at-most: $line.date } } } }\nforbid: { other: { is: line, after: line, same-as: { line: [claim, code] } } }")]
    [InlineData("match: { line: { is: line } }\ncheck: { line.date: { at-most: $line.submitted } }")]
    public void Rows_whose_values_have_the_same_sign_end_alike_only_where_nothing_else_decides(string rule)
    {
        var lines = new[] { "99213", "99214", null }
            .SelectMany(code => new decimal?[] { null, -1m, 0m, 7m }.Select(charge => Some.Line(code) with { Charge = charge }))
            .SelectMany(line => new DateOnly?[] { null, Some.Day.AddDays(-4), Some.Day.AddDays(40) }.Select(day => line with { Date = day, Through = day }));
        Agrees(rule, [.. lines.SelectMany(line => new DateOnly?[] { null, Some.Day.AddDays(-4), Some.Day }.Select(birth => Some.Claim(line, line, Some.Line()) with { PatientBirthDate = birth }))]);
    }

    [Theory]
    [InlineData("after: line, same-as: { line: [claim, code] }", "copy")]
    [InlineData("after: line, same-as: { line: [claim, code, date, ndc, modifiers] }", "copy")]
    [InlineData("same-as: { line: [claim, code, ndc] }", "line")]
    [InlineData("after: line, same-as: { line: [claim, code, through, rendering-npi] }", "copy")]
    public void Lines_have_a_twin_where_all_that_is_known_is_equal(string twin, string report)
    {
        var lines = new[] { "99213", "99214", null }
            .SelectMany(code => new string?[] { null, "00002143380" }.Select(ndc => Some.Line(code) with { Ndc = ndc }))
            .SelectMany(line => new[] { line, line with { Date = null, Through = null }, line with { Modifiers = ["59", "25"] } })
            .ToList();
        Agrees(
            $"match: {{ line: {{ is: line }} }}\nforbid: {{ copy: {{ is: line, {twin} }} }}\nreport: [{report}]",
            [.. lines.SelectMany(one => lines.Select(other => Some.Claim(one, Some.Line("64490"), other)))]);
    }

    private static void Agrees(string rule, ImmutableArray<ClaimInput> claims)
    {
        var rules = new Trial { Rules = [rule] }.Load();
        var expected = Ends(new NaiveEngine(rules), rules, claims);

        Assert.True(expected.Distinct().Count() > 1);
        Assert.Equal(expected, Ends(new PlannedEngine(rules), rules, claims));
    }

    private static List<(Outcome, string?)> Ends(IRuleEngine engine, RuleSet rules, ImmutableArray<ClaimInput> claims)
    {
        var builder = new ClaimBatchBuilder();
        foreach (var claim in claims)
            builder.Add(claim);
        var file = new LoadedFile(SourceFile.FromBytes("claims", ReadOnlyMemory<byte>.Empty), [builder.Build()], [], []);
        return [.. RunJudgement.Of(engine, rules, [file], Some.Day).Judgements.SelectMany(judgement => judgement.Outcomes).OrderBy(outcome => outcome.On.Order).Select(outcome => (outcome.Outcome, outcome.Reason))];
    }
}
