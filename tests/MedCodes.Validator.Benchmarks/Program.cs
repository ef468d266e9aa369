using System.Collections.Immutable;
using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MedCodes.Validator.Benchmarks;
using MedCodes.Validator.Benchmarks.ByHand;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;

// generate FILE [claims=N] [seed=N] [defects=R] [institutional] [lines]   writes a claim file
//   codes=N [rules=DIR] [data=DIR]                                        bills so many codes of the tables in place of a few
// read [claims=N] …                                                       compares the reader with a bare scan
// file FILE                                                               reads a file and tells speed and memory
// check rules=DIR [data=DIR] [claims=N] [largest=LINES] [engine=…] …      times a whole run, stage by stage
//   codes=N                                                               the same
// giant [claims=N] [rules=DIR] [data=DIR] [only=WORDS] …                 compares one patient and provider with as many ordinary patients
// engines [rules=DIR] [claims=N] [largest=LINES] …                       compares the engines on the same rules and claims
// hand [claims=N] [data=DIR] [faults=R] [defects=R] [rules=DIR] …        compares the built-in engine with the same checks by hand and with the naive engine, and 30 rules with 130
// pages [pages=N] [seed=N] [rules=DIR]                                    times pages stage by stage against a bare read
// tables DIR FILE…                                                      imports, opens and asks published tables at full size
// load [pack=FILE]                                                        times the first and later loads of the rules, from YAML or a pack
// anything else goes to BenchmarkDotNet
var options = new GeneratorOptions
{
    Claims = Number("claims", 50_000),
    Seed = Number("seed", 1),
    DefectRate = Rate("defects", "0"),
    Setting = args.Contains("institutional") ? ClaimSetting.Institutional : ClaimSetting.Professional,
    LinesOfLargestPatient = Number("largest", 5_000),
    LineBreaks = args.Contains("lines"),
};

switch (args.FirstOrDefault())
{
    case "generate" when args.Length > 1:
        using (var file = File.Create(args[1]))
            new ClaimFileGenerator(options with { Codes = Codes(Number("codes", 0)) }).Write(file);
        return 0;
    case "file" when args.Length > 1:
        FileReading.Run(Console.Out, args[1]);
        return 0;
    case "read":
        ReadComparison.Run(Console.Out, options);
        return 0;
    case "check":
        CheckComparison.Run(Console.Out, options, Text("rules", "rules"), Text("engine", "built-in"), Number("copies", 0), Text("data", ""), Number("codes", 0));
        return 0;
    case "giant":
        GiantComparison.Run(Console.Out, options with { Claims = Number("claims", 10_000), LinesOfLargestPatient = 0 }, Text("rules", "rules"), Text("data", ""), Text("only", ""));
        return 0;
    case "engines":
        EngineComparison.Run(Console.Out, options with { Claims = Number("claims", 1_000), LinesOfLargestPatient = Number("largest", 0) }, Text("rules", "rules"));
        return 0;
    case "hand":
        HandComparison.Run(Console.Out, options with { LinesOfLargestPatient = Number("largest", 0), FaultRate = Rate("faults", "0.02") }, Text("rules", "rules"), Text("data", ""));
        return 0;
    case "pages":
        PageComparison.Run(Console.Out, Number("pages", 10_000), options.Seed, Text("rules", "rules"));
        return 0;
    case "load":
        LoadRulesBenchmarks.Start(Console.Out, Text("pack", "") is { Length: > 0 } pack ? pack : null);
        return 0;
    case "tables" when args.Length > 2:
        TableComparison.Run(Console.Out, args[1], args[2..]);
        return 0;
    default:
        // In this process, because the projects that BenchmarkDotNet would make do not build under the repository's settings.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        BenchmarkSwitcher.FromAssembly(typeof(ReadBenchmarks).Assembly).Run(args, config);
        return 0;
}

ImmutableArray<string> Codes(int count) =>
    count == 0 ? [] : BenchmarkRules.CodesOf(BenchmarkRules.Load(Text("rules", "rules"), Text("data", ""), idle: 0), count);

int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

double Rate(string name, string otherwise) => double.Parse(Text(name, otherwise), CultureInfo.InvariantCulture);

string Text(string name, string otherwise) =>
    args.FirstOrDefault(arg => arg.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? otherwise;
