using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Packing;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Benchmarks;

/// <summary>Loads the shipped library, its rules repeated under other ids until there are 200, from YAML and from a pack.</summary>
[MemoryDiagnoser]
public class LoadRulesBenchmarks
{
    private const int Wanted = 200;

    private List<(string Path, string Text)> _files = [];
    private byte[] _pack = [];

    [GlobalSetup]
    public void Setup()
    {
        Prepare();
        using var stream = new MemoryStream();
        RulePack.Write(Sources(), stream);
        _pack = stream.ToArray();
    }

    private void Prepare()
    {
        var folder = FolderOfRules();
        _files = [.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))];
        var rules = _files.Where(file => file.Path.StartsWith("claims/", StringComparison.Ordinal) || file.Path.StartsWith("documents/", StringComparison.Ordinal)).ToList();
        for (var i = rules.Count; i < Wanted; i++)
            _files.Add(Again(rules[i - rules.Count], i));
    }

    [Benchmark(Baseline = true)]
    public RuleSet FromYaml() => Load(Sources());

    [Benchmark]
    public RuleSet FromPack() => Load(RulePack.Read(new MemoryStream(_pack)));

    /// <summary>What a run does before it reads its first claim.</summary>
    [Benchmark]
    public object FromPackToEngine() => new PlannedEngine(FromPack());

    /// <summary>
    /// Times the first load of a fresh process, which compiles what it runs, beside those that follow.
    /// </summary>
    /// <param name="output">Where to write.</param>
    /// <param name="pack">The pack that the build of the command made; null to load from YAML.</param>
    public static void Start(TextWriter output, string? pack)
    {
        var benchmark = new LoadRulesBenchmarks();
        if (pack is null)
            benchmark.Prepare();
        else
            benchmark._pack = File.ReadAllBytes(pack);
        for (var i = 0; i < 20; i++)
        {
            var watch = Stopwatch.StartNew();
            var rules = pack is null ? benchmark.FromYaml() : benchmark.FromPack();
            var loaded = watch.Elapsed.TotalMilliseconds;
            _ = new PlannedEngine(rules);
            if (i is 0 or 1 or 19)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load {i + 1,2}: {loaded:0.0} ms, compiled {watch.Elapsed.TotalMilliseconds:0.0} ms, {rules.Rules.Length} rules"));
        }
    }

    private static RuleSet Load(IEnumerable<YamlSource> sources) =>
        RuleSet.TryLoad(sources, out var rules, out var diagnostics) ? rules : throw new RuleSetException(diagnostics);

    private IEnumerable<YamlSource> Sources() => _files.Select(file => new YamlSource(file.Path, file.Text));

    // Ids have a digit for the block, so the copies count down from its end.
    private static (string Path, string Text) Again((string Path, string Text) rule, int number)
    {
        var name = Path.GetFileNameWithoutExtension(rule.Path);
        var id = rule.Text[rule.Text.IndexOf("MC", StringComparison.Ordinal)..][..6];
        var other = $"{id[..3]}{(999 - number).ToString("000", CultureInfo.InvariantCulture)}";
        return (
            rule.Path.Replace(name, $"{name}-again", StringComparison.Ordinal),
            rule.Text.Replace($"id: {id}", $"id: {other}", StringComparison.Ordinal).Replace($"name: {name}", $"name: {name}-again", StringComparison.Ordinal));
    }

    private static string FolderOfRules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var rules = Path.Combine(folder.FullName, "rules", "claims");
            if (Directory.Exists(rules))
                return Path.GetDirectoryName(rules)!;
        }

        throw new DirectoryNotFoundException("The benchmark runs below the repository, where the folder 'rules' is.");
    }
}
