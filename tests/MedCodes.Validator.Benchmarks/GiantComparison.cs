using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Benchmarks;

/// <summary>
/// Times claims of one patient and provider against as many of ordinary patients, and against the same claims each of a patient of its own:
/// spread over few and many days, and claims of as many lines as a claim may have; the judging, and the whole run, both on one thread.
/// </summary>
internal static class GiantComparison
{
    private const int Rounds = 3;
    private const int LinesOfClaim = 999;
    private const int DaysOfYear = 365;
    private static readonly DateOnly AsOf = new(2024, 9, 30);

    public static void Run(TextWriter output, GeneratorOptions options, string folder, string data, string only)
    {
        var rules = BenchmarkRules.Load(folder, data, 0);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules.Rules.Length} rules, {(data.Length == 0 ? "curated" : "full")} tables; of a claim the time to judge it, and of a whole run: against ordinary claims, and against the same claims apart"));
        var claims = options.Claims;
        var ordinary = Measure(output, "ordinary patients", options, rules, null, null);
        Giant("a claim a day", options with { DaysOfOnlyPatient = claims });
        Giant("a claim of tests a day", options with { DaysOfOnlyPatient = claims, Only = Panel(6) });
        Giant("a year", options with { DaysOfOnlyPatient = DaysOfYear });
        Giant("ten days", options with { DaysOfOnlyPatient = 10 });
        Giant("a day", options with { DaysOfOnlyPatient = 1 });
        var long50 = options with { DaysOfOnlyPatient = 50, Claims = Math.Min(50, claims) };
        Giant("claims of 999 equal lines", long50 with { Only = Equal(LinesOfClaim) });
        Giant("claims of 999 other codes", long50 with { Only = Panel(LinesOfClaim) });

        void Giant(string name, GeneratorOptions giant)
        {
            if (!name.Contains(only, StringComparison.Ordinal))
                return;
            var apart = Measure(output, $"{name}, apart", giant with { IsApart = true }, rules, ordinary, null);
            Measure(output, name, giant, rules, ordinary, apart);
        }
    }

    private static Service Equal(int lines) => new("E119", [.. Enumerable.Repeat(("80053", 25), lines)]);

    private static Service Panel(int lines) => new("E119", [.. Enumerable.Range(0, lines).Select(test => ($"{82_000 + test * 7}", 10 + test % 50))]);

    private static Measured Measure(TextWriter output, string name, GeneratorOptions options, RuleSet rules, Measured? ordinary, Measured? apart)
    {
        var file = ClaimFileGenerator.InMemory(options);
        var loaded = ReadFile.Of(file, new PageReader([])).Loaded;
        var patients = RunFacts.Of([loaded], new ProfileChoice(rules.Profiles)).Patients;
        var engine = new PlannedEngine(rules);
        var run = new RunKnowledge(AsOf);
        foreach (var claim in patients.SelectMany(patient => patient.Claims))
            engine.Learn(claim, run);
        var tally = new OutcomeTally(rules);
        var findings = 0;
        var judging = Timing.Of(Rounds, () =>
        {
            findings = 0;
            foreach (var patient in patients)
            {
                findings += engine.Judge(patient, run, tally).Findings.Length;
                foreach (var claim in patient.Claims)
                    claim.Forget();
            }
        });
        var validator = new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Jobs = 1 });
        var whole = Timing.Of(Rounds, () => validator.Check([file]));
        var lines = patients.Sum(patient => patient.Claims.Sum(claim => claim.View.Lines.Count));
        var measured = new Measured(judging.OfCores.TotalMicroseconds / options.Claims, whole.OfCores.TotalMicroseconds / options.Claims);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34}{options.Claims,7} claims {lines,7} lines {findings,7} findings  judging {measured.Judging,10:F1} us{Ratio(measured.Judging, ordinary?.Judging)}{Ratio(measured.Judging, apart?.Judging)}  whole {measured.Whole,10:F1} us{Ratio(measured.Whole, ordinary?.Whole)}{Ratio(measured.Whole, apart?.Whole)}"));
        return measured;
    }

    private static string Ratio(double time, double? ordinary) =>
        ordinary is { } of ? string.Create(CultureInfo.InvariantCulture, $" {time / of,6:F1}x") : "";

    private readonly record struct Measured(double Judging, double Whole);
}
