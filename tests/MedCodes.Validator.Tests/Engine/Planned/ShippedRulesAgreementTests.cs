using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, with the shipped rules.</summary>
public class ShippedRulesAgreementTests
{
    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly string[] Fixtures =
        [.. Repository.Files("fixtures", "*").Where(path => path.Contains("claims", StringComparison.Ordinal) || path.Contains("documents", StringComparison.Ordinal))];

    [Fact]
    public void Every_fixture_gives_the_same_report()
    {
        var (naive, builtIn) = (Of(EngineChoice.Naive), Of(EngineChoice.BuiltIn));
        foreach (var path in Fixtures)
            Assert.Equal(JudgementText.Of(naive.Check([Open(path)])), JudgementText.Of(builtIn.Check([Open(path)])));
    }

    [Fact]
    public void All_fixtures_together_give_the_same_report() =>
        Assert.Equal(
            JudgementText.Of(Of(EngineChoice.Naive).Check(Fixtures.Select(Open))),
            JudgementText.Of(Of(EngineChoice.BuiltIn).Check(Fixtures.Select(Open))));

    // Many lines that are equal in all that rules read, on one day and on several, and many codes on one claim.
    [Theory]
    [InlineData(30, 1, 0)]
    [InlineData(40, 4, 0)]
    [InlineData(30, 30, 0)]
    [InlineData(1, 1, 90)]
    [InlineData(3, 2, -40)]
    public void One_patient_with_many_lines_gives_the_same_report(int claims, int days, int lines)
    {
        var only = lines > 0 ? new Service("E119", [.. Enumerable.Repeat(("80053", 25), lines)])
            : lines < 0 ? new Service("M47816", [.. Enumerable.Range(0, -lines).Select(line => ($"{64_400 + line * 6}", 10 + line))])
            : null;
        var file = ClaimFileGenerator.InMemory(new GeneratorOptions { Claims = claims, DaysOfOnlyPatient = days, Only = only, LinesOfLargestPatient = 0, FaultRate = 0.1 });

        Assert.Equal(JudgementText.Of(Of(EngineChoice.Naive).Check([file])), JudgementText.Of(Of(EngineChoice.BuiltIn).Check([file])));
    }

    [Fact]
    public void Every_case_inside_a_rule_is_judged_alike_by_all_rules()
    {
        var diagnostics = new Diagnostics();
        var reader = new RuleTestReader(ShippedRules.Set, diagnostics);
        var (naive, builtIn) = (new NaiveEngine(ShippedRules.Set), new PlannedEngine(ShippedRules.Set));
        foreach (var test in ShippedRules.Set.Rules.SelectMany(rule => reader.Read(rule)).Where(test => !test.Claims.IsEmpty))
            Assert.Equal(Judged(naive, test), Judged(builtIn, test));
    }

    [Fact]
    public void What_an_engine_forgets_between_cases_changes_nothing()
    {
        var reader = new RuleTestReader(ShippedRules.Set, new Diagnostics());
        var (remembering, forgetting) = (new PlannedEngine(ShippedRules.Set), new PlannedEngine(ShippedRules.Set));
        foreach (var test in ShippedRules.Set.Rules.SelectMany(rule => reader.Read(rule)).Where(test => !test.Claims.IsEmpty))
        {
            Assert.Equal(Judged(remembering, test), Judged(forgetting, test));
            forgetting.Forget();
        }
    }

    [Fact]
    public void Files_in_another_order_change_no_count()
    {
        // Of a mirrored pair the later fact is reported, so the files share no patient.
        string[] names = ["pain-clinic-batch.837", "institutional-outpatient.837", "code-missing.txt"];
        var files = Fixtures.Where(path => names.Contains(Path.GetFileName(path))).ToList();
        var inOrder = Of(EngineChoice.BuiltIn).Check(files.Select(Open));
        var reversed = Of(EngineChoice.BuiltIn).Check(Enumerable.Reverse(files).Select(Open));

        Assert.Equal(inOrder.Ledger.Rules.AsEnumerable(), reversed.Ledger.Rules);
        Assert.Equal(Counted(inOrder), Counted(reversed));
    }

    // An engine need not judge claims together of which nothing can be said.
    private static string Judged(IRuleEngine engine, RuleTest test) => string.Join(
        "\n====\n",
        RunJudgement.Of(engine, ShippedRules.Set, test.Claims, AsOf, test.History).Judgements
            .Where(judgement => !judgement.Findings.IsEmpty || !judgement.Outcomes.IsEmpty)
            .Select(JudgementText.Of));

    private static IEnumerable<string> Counted(Report report) =>
        report.Findings.GroupBy(finding => finding.Rule.Id).Select(rule => $"{rule.Key} {rule.Count()}").Order(StringComparer.Ordinal);

    private static ClaimValidator Of(EngineChoice engine) => new(ShippedRules.Set, new ValidatorOptions { AsOf = AsOf, Engine = engine });

    private static SourceFile Open(string path) => SourceFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
}
