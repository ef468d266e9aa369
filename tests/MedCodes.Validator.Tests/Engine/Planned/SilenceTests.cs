using System.Collections.Immutable;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

public class SilenceTests
{
    [Fact]
    public void Claims_on_which_no_rule_about_a_row_fires_allocate_nothing()
    {
        var run = new RunKnowledge(new DateOnly(2024, 9, 30));
        var profiles = ShippedRules.Set.Profiles;
        var patients = PatientInput.CasesOf(new RandomClaims(new Random(1), profiles.Length).Patients(200), profiles);
        var aboutRows = SetOf(IsAboutOneRow);
        var all = new PlannedEngine(aboutRows);
        var fired = patients.SelectMany(patient => all.Judge(patient, run).Findings).Select(finding => finding.Finding.Rule.Id).ToHashSet();

        // What is left speaks of these claims, and finds nothing in them.
        var silent = SetOf(rule => IsAboutOneRow(rule) && !fired.Contains(rule.Id));
        Assert.True(silent.Rules.Length > 10);
        var (engine, tally) = (new PlannedEngine(silent), new OutcomeTally(silent));
        foreach (var patient in patients.Concat(patients))
            engine.Judge(patient, run, tally);
        Assert.Contains(silent.Rules, rule => tally.Of(rule).Pass > 0);

        var allocated = Allocation.LeastOf(() =>
        {
            foreach (var patient in patients)
                engine.Judge(patient, run, tally);
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Patients_of_whom_no_rule_complains_allocate_nothing_once_their_like_was_seen()
    {
        var run = new RunKnowledge(new DateOnly(2024, 9, 30));
        using var file = new MemoryStream();
        new ClaimFileGenerator(new GeneratorOptions { Claims = 400, LinesOfLargestPatient = 0 }).Write(file);
        var batches = X12Reader.Read(SourceFile.FromBytes("generated.837", file.ToArray())).ToImmutableArray();
        var facts = RunFacts.Of([new LoadedFile(batches[0].File!, batches, [], [])], new ProfileChoice(ShippedRules.Set.Profiles));
        var (engine, tally) = (new PlannedEngine(ShippedRules.Set), new OutcomeTally(ShippedRules.Set));

        // What another payer answered is read from facts.
        var silent = facts.Patients
            .Where(patient => engine.Judge(patient, run, tally).Findings.IsEmpty && patient.Claims.All(claim => claim.View.OtherPayers.Count == 0))
            .ToList();
        Assert.True(silent.Count > 100);

        var allocated = Allocation.LeastOf(() =>
        {
            foreach (var patient in silent)
                engine.Judge(patient, run, tally);
        });

        Assert.Equal(0, allocated);
    }

    private static RuleSet SetOf(Func<Rule, bool> chosen) =>
        new([.. ShippedRules.Set.Rules.Where(chosen)], ShippedRules.Set.Library, ShippedRules.Set.Profiles);

    private static bool IsAboutOneRow(Rule rule) =>
        rule.Scope == Scope.Claim
        && rule.Logic is { Demand: Demand.Check, Match.Length: 1, Optional.IsEmpty: true }
        && rule.Logic.Match[0].Kind is var kind
        && (kind == LineKinds.Line || kind == ClaimKinds.Claim || kind == ClaimKinds.Diagnosis || kind == LineKinds.Modifier);
}
