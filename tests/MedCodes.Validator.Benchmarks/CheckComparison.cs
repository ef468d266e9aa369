using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Times a whole run stage by stage: the best of some rounds of each, with what it allocates.</summary>
internal static class CheckComparison
{
    private const int Rounds = 5;
    private static readonly DateOnly AsOf = new(2024, 9, 30);

    public static void Run(TextWriter output, GeneratorOptions options, string folder, string engineName, int idleCopies, string data, int codes)
    {
        var rules = BenchmarkRules.Load(folder, data, idleCopies);
        var file = ClaimFileGenerator.InMemory(options with { Codes = BenchmarkRules.CodesOf(rules, codes) });
        var engine = NewEngine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules.Rules.Length} rules, {options.Claims} claims, {engine.Name}"));

        var read = ReadFile.Of(file, new PageReader([]));
        ImmutableArray<LoadedFile> loaded = [read.Loaded];
        var profiles = new ProfileChoice(rules.Profiles);
        var patients = RunFacts.Of(loaded, profiles).Patients;
        var run = new RunKnowledge(AsOf);
        var tally = new OutcomeTally(rules);
        Measure(output, "read", options.Claims, () => ReadFile.Of(file, new PageReader([])));
        Measure(output, "make facts", options.Claims, () => RunFacts.Of(loaded, profiles).Patients);
        Measure(output, "learn", options.Claims, () => Learn(engine, patients, new RunKnowledge(AsOf)));
        Learn(engine, patients, run);
        Measure(output, "judge patients", options.Claims, () => patients.Sum(patient => engine.Judge(patient, run, tally).Findings.Length));
        Measure(output, "judge, all anew", options.Claims, Anew, judging => judging.Judge(rules));
        var choice = engineName == "naive" ? EngineChoice.Naive : EngineChoice.BuiltIn;
        foreach (var jobs in Enumerable.Range(1, Environment.ProcessorCount))
        {
            var several = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Engine = choice, Jobs = jobs });
            Measure(output, $"whole run, {jobs}", options.Claims, () => several.Check([file]));
        }

        var validator = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Engine = choice });
        var report = validator.Check([file]);
        if (report.Findings.Count > 0)
        {
            var writing = Timing.Of(Rounds, () => NdjsonReport.Write(ShownReport.Of(report), Stream.Null));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ndjson          {writing.OfCores.TotalMicroseconds / report.Findings.Count,10:F1} us a finding {writing.Allocated / report.Findings.Count,10} bytes a finding"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Findings.Count} findings; {report.Ledger.Total}"));
        foreach (var rule in report.Findings.CountBy(finding => $"{finding.Rule.Id} {finding.Rule.Name}").OrderByDescending(rule => rule.Value).Take(12))
            output.WriteLine($"  {rule.Key} {rule.Value}");
        foreach (var cause in report.Ledger.NotEvaluated.Take(12))
            output.WriteLine($"  {cause.Rule} {cause.Count} {cause.Reason}");

        Judging Anew()
        {
            var anew = NewEngine();
            return new Judging(anew, RunFacts.Of(loaded, profiles).Patients, Learn(anew, patients, new RunKnowledge(AsOf)));
        }

        IRuleEngine NewEngine() => engineName == "naive" ? new NaiveEngine(rules) : new PlannedEngine(rules);
    }

    private static RunKnowledge Learn(IRuleEngine engine, ImmutableArray<PatientCase> patients, RunKnowledge run)
    {
        foreach (var claim in patients.SelectMany(patient => patient.Claims))
            engine.Learn(claim, run);
        return run;
    }

    private static void Measure(TextWriter output, string name, int claims, Func<object> work) =>
        Measure(output, name, claims, () => true, _ => GC.KeepAlive(work()));

    private static void Measure<T>(TextWriter output, string name, int claims, Func<T> prepare, Action<T> work)
    {
        var timing = Timing.Of(Rounds, prepare, work);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-16}{timing.Taken.TotalMilliseconds,10:F0} ms {claims / timing.Taken.TotalSeconds,12:F0} claims/s {claims / timing.OfCores.TotalSeconds,12:F0} claims per second of all cores {(double)timing.Allocated / claims,10:F0} bytes a claim"));
    }

    /// <summary>What a run judges: an engine that remembers nothing, and patients of whom no facts are made.</summary>
    private sealed record Judging(IRuleEngine Engine, ImmutableArray<PatientCase> Patients, RunKnowledge Run)
    {
        public void Judge(RuleSet rules)
        {
            var tally = new OutcomeTally(rules);
            foreach (var patient in Patients)
                Engine.Judge(patient, Run, tally);
        }
    }
}
