using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Benchmarks;

/// <summary>The rules of a folder, some of them, and rules beside them that hardly ever apply.</summary>
internal static class BenchmarkRules
{
    private const string IdleName = "idle-";

    /// <summary>Loads a folder with more rules that hardly ever apply: each asks for a code that no claim has.</summary>
    public static RuleSet Load(string folder, int idle)
    {
        var sources = Files(folder).ToList();
        for (var i = 0; i < idle; i++)
        {
            var number = i.ToString("D3", CultureInfo.InvariantCulture);
            sources.Add(new YamlSource($"claims/idle/{IdleName}{number}.yaml", $$"""
                id: MC59{{number[1..]}}
                name: {{IdleName}}{{number}}
                since: 0.1.0
                status: stable
                severity: error
                category: codes
                snip: 7
                applies-to: [professional]
                summary: Hardly ever applies.
                match: { line: { is: line, where: { code: Z{{number}}9, unit: UN } } }
                check: { line.units: { at-most: 3 } }
                message: "{line.code}"
                fix: None.
                why: None.
                sources: [ { title: none } ]
                stage: denial
                actor: coder
                needs: none
                """));
        }

        return RuleSet.TryLoad(sources, out var rules, out var diagnostics)
            ? rules
            : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    /// <summary>The same, with the tables of a data folder where one is given.</summary>
    public static RuleSet Load(string folder, string data, int idle) =>
        data.Length == 0 ? Load(folder, idle) : Load(folder, idle).With(ReferenceData.Open(data, extrapolate: true));

    /// <summary>So many codes of the tables: the same ones every time, in an order that has nothing to do with what they are; none for 0.</summary>
    public static ImmutableArray<string> CodesOf(RuleSet rules, int count)
    {
        if (count == 0)
            return [];
        var codes = rules.Tables["procedure-codes"].Releases.SelectMany(release => release.Codes).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(count).Shuffle(codes);
        return [.. codes.Take(count)];
    }

    /// <summary>Some rules of a set, by id.</summary>
    public static RuleSet Only(RuleSet rules, IReadOnlyCollection<string> ids) => Where(rules, rule => ids.Contains(rule.Id));

    /// <summary>A number of the rules about claims and patients, taken evenly from all of them, with or without the idle ones.</summary>
    public static RuleSet Some(RuleSet rules, int number, bool withIdle)
    {
        var all = rules.Rules.Where(rule => !IsIdle(rule) && rule.Scope is (Scope.Claim or Scope.Patient) && rule.Description.AppliesTo.Contains("professional")).ToList();
        var chosen = Enumerable.Range(0, number).Select(place => all[place * all.Count / number]).ToHashSet();
        return Where(rules, rule => chosen.Contains(rule) || (withIdle && IsIdle(rule)));
    }

    private static bool IsIdle(Rule rule) => rule.Name.StartsWith(IdleName, StringComparison.Ordinal);

    private static RuleSet Where(RuleSet rules, Func<Rule, bool> isChosen) => new([.. rules.Rules.Where(isChosen)], rules.Library, rules.Profiles);

    private static IEnumerable<YamlSource> Files(string folder) => Directory
        .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => new YamlSource(Path.GetRelativePath(folder, path), File.ReadAllText(path)));
}
