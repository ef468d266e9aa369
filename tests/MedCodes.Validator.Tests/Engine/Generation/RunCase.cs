using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Some rules about claims, patients, files and whole batches, and a run of several files, of which all engines must say the same.</summary>
/// <param name="Rules">The rules as written.</param>
/// <param name="Run">The run.</param>
internal sealed record RunCase(ImmutableArray<string> Rules, RunInput Run)
{
    private const int RulesOfCase = 6;

    /// <summary>The random case of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="readsFindings">Whether rules may read what others found.</param>
    public static RunCase Of(int seed, bool readsFindings) => new(RulesOf(seed, readsFindings), RunOf(seed));

    /// <summary>The random run of a seed.</summary>
    public static RunInput RunOf(int seed) => new RandomClaims(new Random(seed), RandomLibrary.Profiles).Run();

    /// <summary>The random rules of a seed: each alone can be loaded, and so can all together.</summary>
    public static ImmutableArray<string> RulesOf(int seed, bool readsFindings)
    {
        var random = new Random(seed);
        var rules = new List<string>();
        while (rules.Count < RulesOfCase)
        {
            // Chance brings forth conditions that contradict each other and keys that both facts do not have.
            var rule = Next(random, rules, readsFindings);
            if (RandomLibrary.TryLoad(rules.Append(rule)) is not null)
                rules.Add(rule);
        }

        return [.. rules];
    }

    /// <summary>Smaller cases: without a rule or a part of one, without a file, a claim, a fault or a value.</summary>
    public IEnumerable<RunCase> Smaller()
    {
        for (var i = 0; i < Rules.Length && Rules.Length > 1; i++)
        {
            if (RandomLibrary.TryLoad(Rules.RemoveAt(i)) is not null)
                yield return this with { Rules = Rules.RemoveAt(i) };
        }

        foreach (var smaller in SmallerRecord.Of(Run).Where(run => !run.Files.IsEmpty))
            yield return this with { Run = smaller };
        for (var i = 0; i < Rules.Length; i++)
        {
            foreach (var smaller in SmallerRule.Of(Rules[i]))
            {
                if (RandomLibrary.TryLoad(Rules.SetItem(i, smaller)) is not null)
                    yield return this with { Rules = Rules.SetItem(i, smaller) };
            }
        }
    }

    /// <summary>The case as a test can hold it.</summary>
    public override string ToString() => $"{string.Join('\n', Rules)}\n{InputText.Of(Run)}";

    private static string Next(Random random, List<string> before, bool readsFindings)
    {
        var (id, name) = ($"MC400{before.Count}", $"defect-{before.Count}");
        var unit = (GrammarUnit)random.Next(3);
        var grammar = new RuleGrammar(random, unit);
        if (!readsFindings || before.Count == 0 || random.Next(3) != 0)
            return grammar.Rule(id, name);
        var read = RandomLibrary.TryLoad(before)!.Rules.Where(rule => UnitOf(rule.Scope) == unit).Select(rule => rule.Id).ToList();
        return read.Count == 0 ? grammar.Rule(id, name) : grammar.OnFindings(id, name, read);
    }

    private static GrammarUnit UnitOf(Scope scope) => scope switch
    {
        Scope.File => GrammarUnit.File,
        Scope.Batch => GrammarUnit.Batch,
        _ => GrammarUnit.Patient,
    };
}
