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

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>
/// Times the judging of patients by the time of the cores, on one thread and from claims as read to findings: by the built-in engine, by the same checks written
/// by hand, by the naive engine; and 30 rules against the same with 100 that hardly ever apply. All must find the same.
/// </summary>
internal static class HandComparison
{
    private const int Rounds = 7;
    private const int ClaimsOfNaive = 500;
    private const int FewRules = 30;
    private const int IdleRules = 100;
    private static readonly DateOnly AsOf = new(2024, 9, 30);

    public static void Run(TextWriter output, GeneratorOptions options, string folder, string data)
    {
        var rules = BenchmarkRules.Load(folder, data, IdleRules);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.Claims} claims, {options.FaultRate:P0} faulty, {options.DefectRate:P0} with defects, {(data.Length == 0 ? "curated" : "full")} tables"));
        var cases = CasesOf(options, rules);
        var few = CasesOf(options with { Claims = Math.Min(options.Claims, ClaimsOfNaive) }, rules);
        Compare(output, "single facts", rules, new RowChecks(), cases, few);
        Compare(output, "joins", rules, new JoinChecks(rules, AsOf), cases, few);
        CompareIdle(output, rules, cases);
    }

    private static void Compare(TextWriter output, string name, RuleSet rules, IHandChecks hand, Cases cases, Cases few)
    {
        var only = BenchmarkRules.Only(rules, [.. hand.Rules]);
        var found = Check(hand, cases);
        Require(found, Judge(new PlannedEngine(only), only, hand.Rules, cases), hand.Rules, "The built-in engine");
        Require(Check(hand, few), Judge(new NaiveEngine(only), only, hand.Rules, few), hand.Rules, "The naive engine");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", hand.Rules.Zip(found, (rule, count) => $"{rule} {count}"))}; all agree"));

        var byHand = Timing.Of(Rounds, () => Check(hand, cases));
        var engine = new PlannedEngine(only);
        var builtIn = TimeOf(engine, only, cases);
        var naive = TimeOf(new NaiveEngine(only), only, few);
        var ofFew = TimeOf(new PlannedEngine(only), only, few);
        Write(output, "by hand", byHand, cases.Claims, "");
        Write(output, "built-in", builtIn, cases.Claims, string.Create(CultureInfo.InvariantCulture, $"{builtIn.OfCores / byHand.OfCores:F2} times by hand"));
        Write(output, "naive", naive, few.Claims, string.Create(CultureInfo.InvariantCulture, $"{naive.OfCores / ofFew.OfCores:F0} times built-in on the same claims"));
    }

    private static void CompareIdle(TextWriter output, RuleSet rules, Cases cases)
    {
        var (some, more) = (BenchmarkRules.Some(rules, FewRules, withIdle: false), BenchmarkRules.Some(rules, FewRules, withIdle: true));
        var (few, many) = (TimeOf(new PlannedEngine(some), some, cases), TimeOf(new PlannedEngine(more), more, cases));
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{some.Rules.Length} rules"), few, cases.Claims, "");
        Write(output, string.Create(CultureInfo.InvariantCulture, $"{more.Rules.Length} rules"), many, cases.Claims, string.Create(CultureInfo.InvariantCulture, $"{many.OfCores / few.OfCores:F2} times {some.Rules.Length}"));
    }

    private static Timing TimeOf(IRuleEngine engine, RuleSet rules, Cases cases)
    {
        var run = Learned(engine, cases);
        var tally = new OutcomeTally(rules);
        return Timing.Of(Rounds, () =>
        {
            foreach (var patient in cases.Patients)
                Judge(engine, patient, run, tally);
        });
    }

    private static int[] Judge(IRuleEngine engine, RuleSet rules, IReadOnlyList<string> ids, Cases cases)
    {
        var run = Learned(engine, cases);
        var tally = new OutcomeTally(rules);
        var counts = cases.Patients
            .SelectMany(patient => Judge(engine, patient, run, tally).Findings)
            .CountBy(finding => finding.Finding.Rule.Id)
            .ToDictionary(StringComparer.Ordinal);
        return [.. ids.Select(id => counts.GetValueOrDefault(id))];
    }

    // As a run does, so that facts that were made for one round are made again in the next.
    private static Judgement Judge(IRuleEngine engine, PatientCase patient, RunKnowledge run, OutcomeTally tally)
    {
        var judged = engine.Judge(patient, run, tally);
        foreach (var claim in patient.Claims)
            claim.Forget();
        return judged;
    }

    private static RunKnowledge Learned(IRuleEngine engine, Cases cases)
    {
        var run = new RunKnowledge(AsOf);
        foreach (var claim in cases.Patients.SelectMany(patient => patient.Claims))
            engine.Learn(claim, run);
        return run;
    }

    private static int[] Check(IHandChecks hand, Cases cases)
    {
        var found = new int[hand.Rules.Count];
        foreach (var patient in cases.Patients)
            hand.Check(patient, found);
        return found;
    }

    private static void Require(int[] byHand, int[] byEngine, IReadOnlyList<string> rules, string engine)
    {
        var others = rules.Index().Where(rule => byHand[rule.Index] != byEngine[rule.Index]).ToList();
        if (others.Count > 0)
            throw new InvalidOperationException($"{engine} finds other than by hand: {string.Join(", ", others.Select(rule => FormattableString.Invariant($"{rule.Item} {byEngine[rule.Index]}, not {byHand[rule.Index]}")))}.");
    }

    private static void Write(TextWriter output, string name, Timing timing, int claims, string ratio) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  {name,-10}{timing.OfCores.TotalMicroseconds / claims,9:F3} µs a claim {(double)timing.Allocated / claims,8:F0} bytes a claim   {ratio}"));

    private static Cases CasesOf(GeneratorOptions options, RuleSet rules)
    {
        var loaded = ReadFile.Of(ClaimFileGenerator.InMemory(options), new PageReader([])).Loaded;
        return new Cases(RunFacts.Of([loaded], new ProfileChoice(rules.Profiles)).Patients, options.Claims);
    }

    private sealed record Cases(ImmutableArray<PatientCase> Patients, int Claims);
}
