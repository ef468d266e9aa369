using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Holds the mutants of a rule to its tests.</summary>
internal sealed class Mutator(RuleSet rules, bool explain, Diagnostics diagnostics)
{
    private readonly RuleTestJudge _judge = new(rules);

    private readonly MutantMaker _maker = new(rules);

    /// <summary>The mutants that survive; null, with a diagnostic, where a test cannot be read or fails on the rule itself.</summary>
    public RuleMutation? Mutate(Rule rule)
    {
        var before = diagnostics.Count;
        List<RuleTestCase> cases = [.. new RuleTestReader(rules, diagnostics).Read(rule).Select(_judge.Prepare)];
        foreach (var failed in cases.Where(@case => _judge.Judge(rule, @case) is not null))
            diagnostics.Add(rule.Source, new YamlMark(failed.Test.Line, 1, failed.Test.Line, 1), $"the test '{failed.Test.Name}' fails on the rule itself, so it proves nothing of its mutants");
        var accepted = rule.Tests is YamlMapping tests ? AcceptedSurvivor.Read(new MappingReader(tests, "tests", diagnostics), new Diagnostics()) : [];
        if (diagnostics.Count > before)
            return null;
        var mutants = _maker.Of(rule).ToList();
        var survivors = mutants.Where(mutant => !IsKilled(mutant, cases)).ToList();
        Check(accepted, mutants, survivors);
        return new RuleMutation(rule, mutants.Count, [.. survivors.Select(mutant => Describe(rule, mutant, accepted))]);
    }

    private bool IsKilled(Mutant mutant, List<RuleTestCase> cases)
    {
        var killer = cases.FindIndex(@case => _judge.Judge(mutant.Rule, @case) is not null);
        if (killer < 0)
            return false;

        // What notices one change of a condition notices the next one too.
        var first = cases[killer];
        cases.RemoveAt(killer);
        cases.Insert(0, first);
        return true;
    }

    private void Check(ImmutableArray<AcceptedSurvivor> accepted, List<Mutant> mutants, List<Mutant> survivors)
    {
        foreach (var one in accepted.Where(one => !survivors.Exists(mutant => mutant.Change.Name == one.Mutant)))
        {
            if (mutants.Exists(mutant => mutant.Change.Name == one.Mutant))
                diagnostics.Add(one.Written, $"a test kills the mutant '{one.Mutant}', so it is no survivor");
            else
                diagnostics.Unknown(one.Written, "mutant", one.Mutant, mutants.Select(mutant => mutant.Change.Name));
        }
    }

    private SurvivingMutant Describe(Rule rule, Mutant mutant, ImmutableArray<AcceptedSurvivor> accepted)
    {
        var because = accepted.FirstOrDefault(one => one.Mutant == mutant.Change.Name)?.Because;
        var isExplained = explain && because is null;
        return new SurvivingMutant(
            mutant.Change.Name,
            mutant.Change.Target.Mark.Line,
            because,
            isExplained ? LogicText.Compare(MutantMaker.LogicOf(rule), mutant.Written) : [],
            isExplained ? new DifferenceSearch(rules, _judge, rule, mutant).Find() : null);
    }
}
