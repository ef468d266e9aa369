using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Benchmarks;

/// <summary>
/// Times every engine on the same rules and patients in one process: the best of some rounds from the claims as read to the findings, on
/// one thread, in the middle of a long run: a round before makes what an engine makes once and remembers.
/// </summary>
internal static class EngineComparison
{
    private const int Rounds = 3;
    private static readonly DateOnly AsOf = new(2024, 9, 30);

    public static void Run(TextWriter output, GeneratorOptions options, string folder)
    {
        var rules = RuleSet.Load(folder);
        ImmutableArray<LoadedFile> loaded = [ReadFile.Of(ClaimFileGenerator.InMemory(options), new PageReader([])).Loaded];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules.Rules.Length} rules, {options.Claims} claims"));

        var first = Measure(output, new PlannedEngine(rules), rules, loaded, options.Claims, null);
        Measure(output, new NaiveEngine(rules), rules, loaded, options.Claims, first);
#if NRULES
        Measure(output, NRules.NRulesEngine.Make(rules), rules, loaded, options.Claims, first);
#else
        output.WriteLine("nrules     not in this build; -p:NRules=true adds it");
#endif
    }

    private static Measured Measure(TextWriter output, IRuleEngine engine, RuleSet rules, ImmutableArray<LoadedFile> loaded, int claims, Measured? first)
    {
        var run = new RunKnowledge(AsOf);
        foreach (var claim in RunFacts.Of(loaded, new ProfileChoice(rules.Profiles)).Patients.SelectMany(patient => patient.Claims))
            engine.Learn(claim, run);
        var findings = Judge(engine, rules, loaded, run);
        var timing = Timing.Of(Rounds, () =>
        {
            if (Judge(engine, rules, loaded, run) != findings)
                throw new InvalidOperationException("An engine does not repeat itself.");
        });
        var measured = new Measured(claims / timing.Taken.TotalSeconds, (double)timing.Allocated / claims, findings);
        var ratio = first is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"   {first.Speed / measured.Speed:F0} times slower, {measured.Bytes / first.Bytes:F1} times the memory, {(first.Findings == findings ? "the same findings" : "OTHER FINDINGS")}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Name,-9}{measured.Speed,10:F0} claims/s {measured.Bytes,10:F0} bytes a claim{ratio}"));
        return measured;
    }

    private static int Judge(IRuleEngine engine, RuleSet rules, ImmutableArray<LoadedFile> loaded, RunKnowledge run)
    {
        var tally = new OutcomeTally(rules);
        var facts = RunFacts.Of(loaded, new ProfileChoice(rules.Profiles));
        return facts.Patients.Sum(patient => engine.Judge(patient, run, tally).Findings.Length);
    }

    private sealed record Measured(double Speed, double Bytes, int Findings);
}
