using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Engine.Planned;

public class SilenceTests
{
    [Fact]
    public void Claims_on_which_no_rule_about_a_row_fires_allocate_nothing()
    {
        var rules = new RuleSet([.. ShippedRules.Set.Rules.Where(IsAboutOneRow)], ShippedRules.Set.Library, ShippedRules.Set.Profiles);
        Assert.True(rules.Rules.Length > 40);
        var engine = new PlannedEngine(rules);
        var (run, tally) = (new RunKnowledge(new DateOnly(2024, 9, 30)), new OutcomeTally(rules));
        var random = new Random(1);
        var silent = new RandomClaims(random, rules.Profiles).Patients(200)
            .Where(patient => engine.Judge(patient, run, tally).Findings.IsEmpty)
            .ToList();
        Assert.NotEmpty(silent);
        foreach (var patient in silent)
            engine.Judge(patient, run, tally);

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var patient in silent)
            engine.Judge(patient, run, tally);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool IsAboutOneRow(Rule rule) =>
        rule.Scope == Scope.Claim
        && rule.Logic is { Demand: Demand.Check, Match.Length: 1, Optional.IsEmpty: true }
        && rule.Logic.Match[0].Kind is var kind
        && (kind == LineKinds.Line || kind == ClaimKinds.Claim || kind == ClaimKinds.Diagnosis || kind == LineKinds.Modifier);
}
