using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, on random rules over random runs of several files.</summary>
public class RunAgreementTests
{
    [Fact]
    public void Built_in_engine_gives_what_the_definition_gives_on_runs_of_several_files() =>
        RunAgreement.OnRandomCases(150, rules => new PlannedEngine(rules));

    [Theory]
    [MemberData(nameof(AgreementTests.WayNames), MemberType = typeof(AgreementTests))]
    public void Every_shortcut_can_be_switched_off_and_nothing_changes_in_a_run(string way) =>
        RunAgreement.OnRandomCases(20, rules => new PlannedEngine(rules, AgreementTests.Ways[way]));

    [LongFact]
    [Trait("Length", "Long")]
    public void Built_in_engine_gives_what_the_definition_gives_in_thousands_of_runs() =>
        RunAgreement.OnManyRuns(
            LongRun.First, LongRun.Of(600), 20, readsFindings: false,
            rules => new PlannedEngine(rules), rules => new PlannedEngine(rules, Shortcuts.None), rules => new PlannedEngine(rules, AgreementTests.Ways["rows sought always"]));

    [Fact]
    public void Entries_in_another_order_end_alike_in_a_run() => RunAgreement.OnRandomCases(60, one =>
    {
        var written = one.Rules.Select(PermutedRule.WithReport).ToList();
        if (RandomLibrary.TryLoad(written) is not { } rules || RandomLibrary.TryLoad(written.Select(PermutedRule.Of)) is not { } permuted)
            return;

        Assert.Equal(Ends(new NaiveEngine(rules), rules, one), Ends(new NaiveEngine(permuted), permuted, one));
        Assert.Equal(RunAgreement.Said(new NaiveEngine(permuted), permuted, one.Run), RunAgreement.Said(new PlannedEngine(permuted), permuted, one.Run));
    });

    [Fact]
    public void Rules_parted_by_phase_say_what_they_say_together() => RunAgreement.OnRandomCases(200, one =>
    {
        if (RandomLibrary.TryLoad(one.Rules) is not { } rules)
            return;

        Assert.Equal(PhasedRun.Whole(rules, one.Run), PhasedRun.Parted(rules, one.Run));
    });

    // The first claim's diagnosis meets all conditions but one; it may be another patient's, so that no finding names it.
    [Fact]
    public void Among_all_claims_together_no_engine_says_what_came_nearest()
    {
        const string rule = """
            match: { line: { is: line } }
            require: { cause: { is: diagnosis, same-as: { line: [original-reference] }, where: { code: { starts-with: M } } } }
            """;
        Assert.True(RuleSet.TryLoad([RuleText.Source(rule, 1)], out var rules, out _));
        var run = new RunInput { Files = [new() { Claims = [new() { OriginalReference = "1", Diagnoses = [new("X1", "ABK")] }, new() { OriginalReference = "1", Lines = [new() { Number = 1 }] }] }] };
        var said = RunAgreement.Said(new NaiveEngine(rules), rules, run);

        Assert.Contains("nearest nowhere", said, StringComparison.Ordinal);
        Assert.Equal(said, RunAgreement.Said(new PlannedEngine(rules), rules, run));
    }

    // Else a wall that the loader puts up would keep rules of a kind out of all cases, and nobody would notice.
    [Fact]
    public void Random_rules_speak_of_claims_patients_files_and_batches_read_findings_and_fail()
    {
        var (scopes, kinds, found, read) = (new HashSet<Scope>(), new HashSet<string>(), new HashSet<Scope>(), 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var one = RunCase.Of(seed, readsFindings: true);
            var rules = RandomLibrary.TryLoad(one.Rules)!;
            var findings = RunAgreement.Judge(new NaiveEngine(rules), rules, one.Run).Judgements.SelectMany(judgement => judgement.Findings).Select(finding => finding.Finding.Rule.Id).ToHashSet();
            foreach (var rule in rules.Rules)
            {
                scopes.Add(rule.Scope);
                kinds.UnionWith(rule.Logic.AllEntries.Select(entry => (entry.Total?.Of ?? entry.Kind).Name));
                if (!findings.Contains(rule.Id))
                    continue;
                found.Add(rule.Scope);
                read += rule.Logic.AllEntries.Any(entry => FindingKinds.IsFinding(entry.Kind)) ? 1 : 0;
            }
        }

        Assert.Superset(new HashSet<Scope> { Scope.Claim, Scope.Patient, Scope.File, Scope.Batch }, scopes);
        Assert.Superset(new HashSet<Scope> { Scope.Claim, Scope.Patient, Scope.File, Scope.Batch }, found);
        Assert.Superset(new HashSet<string> { "file", "interchange", "transaction", "fault", "claim", "line", "line-day", "modifier", "diagnosis", "finding" }, kinds);
        Assert.NotEqual(0, read);
    }

    private static IEnumerable<(string, FactOrder, Outcome)> Ends(IRuleEngine engine, RuleSet rules, RunCase one) =>
        AgreementTests.Ends(RunAgreement.Judge(engine, rules, one.Run).Judgements);
}
