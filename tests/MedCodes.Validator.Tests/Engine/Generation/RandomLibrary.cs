using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Packing;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Small libraries: a few random rules over code sets, tables and profiles that random claims often touch.</summary>
internal static class RandomLibrary
{
    private const string Graded = "MC4001";

    // Parsed once: every library has them. A profile may name only rules that are there.
    private static readonly YamlSource[] Named = Packed(Files($", {Graded}: info"));

    private static readonly YamlSource[] NamedWithoutGraded = Packed(Files(""));

    /// <summary>The code sets, tables and profiles of every library.</summary>
    /// <param name="graded">What the severities of a profile say besides.</param>
    public static IEnumerable<YamlSource> Files(string graded) =>
    [
        new("code-sets/blocks.yaml", Set("blocks", "include: [64490, 64491, 64493]")),
        new("code-sets/visits.yaml", Set("visits", "include: [99213, 99214]")),
        new("code-sets/lately.yaml", Set("lately", "include: [64490, 99213]\nfrom: 2024-08-12\nthrough: 2024-08-20")),
        new("code-sets/sides.yaml", Set("sides", "include: [LT, RT, \"50\"]")),
        new("tables/pairs.yaml", Table("pairs", "first: code\n  second: code\n  effective: date\n  deleted: date\n  indicator: number", """
            keys: [[first, second]]
            shape: row
            missing: none
            stricter: { indicator: [0, 1] }
            """, "[64490, 99213, 2020-01-01, ~, 0]", "[64490, 99213, 2024-08-14, ~, 1]", "[64491, 64490, 2020-01-01, 2024-08-14, 1]", "[64493, 64490, 2020-01-01, ~, ~]")),
        new("tables/primaries.yaml", Table("primaries", "add-on: code\n  type: number\n  primary: code\n  effective: date\n  deleted: date", """
            keys: [[add-on]]
            group: { primary: listed }
            missing: none
            """, "[64491, 1, 64490, 2020-01-01, ~]", "[64491, 1, 64493, 2020-01-01, ~]", "[99214, 2, 99213, 2020-01-01, ~]")),
        new("tables/limits.yaml", Table("limits", "code: code\n  limit: number\n  effective: date\n  deleted: date", """
            keys: [[code]]
            shape: row
            missing: unknown
            """, "[64490, 1, 2020-01-01, ~]", "[64491, 2, 2020-01-01, ~]", "[99213, 1, 2020-01-01, ~]")),
        new("profiles/standard.yaml", """
            profile: standard
            summary: Used where no other is.
            default: yes
            parameters:
              others-bill: { value: auto, source: test }
              timely-filing: { value: 1, source: test }
              new-patient-years: { value: 1, source: test, from: 2024-08-13 }
            """),
        new("profiles/commercial.yaml", $$"""
            profile: commercial
            summary: Others bill too.
            for: { filing-indicators: [CI] }
            severities: { national-edits: warning{{graded}} }
            off: [coverage]
            parameters:
              others-bill: { value: "yes", source: test }
            """),
        new("profiles/closed.yaml", """
            profile: closed
            summary: Nobody else bills.
            for: { filing-indicators: [WC] }
            parameters:
              others-bill: { value: "no", source: test }
              timely-filing: { value: 12, source: test }
            """),
    ];

    /// <summary>How many payer profiles each library has.</summary>
    public const int Profiles = 3;

    /// <summary>Some rules; the same for the same random numbers.</summary>
    public static ImmutableArray<string> Rules(Random random, int rules) => Written(random, rules).Rules;

    /// <summary>A library of some rules; the same for the same random numbers.</summary>
    public static RuleSet Of(Random random, int rules) => Written(random, rules).Set;

    /// <summary>The library of rules as written; null where it takes one of them not.</summary>
    public static RuleSet? TryLoad(IEnumerable<string> rules) => TryLoad(rules, out var set, out _) ? set : null;

    private static (ImmutableArray<string> Rules, RuleSet Set) Written(Random random, int rules)
    {
        var grammar = new RuleGrammar(random);
        var written = Enumerable.Range(0, rules).Select(number => Rule(grammar, number)).ToArray();

        // Chance brings forth conditions that contradict each other, which no library takes; such rules are written again.
        while (true)
        {
            if (TryLoad(written, out var set, out var diagnostics))
                return ([.. written], set);
            if (diagnostics.FirstOrDefault(one => !one.Message.EndsWith("meets these conditions together", StringComparison.Ordinal)) is { } other)
                throw new InvalidOperationException($"{other}\n{written.Single(rule => PathOf(rule) == other.File)}");
            var files = diagnostics.Select(one => one.File).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < written.Length; i++)
                written[i] = files.Contains(PathOf(written[i])) ? Rule(grammar, i) : written[i];
        }
    }

    private static bool TryLoad(IEnumerable<string> rules, [NotNullWhen(true)] out RuleSet? set, out ImmutableArray<Diagnostic> diagnostics)
    {
        var written = rules.Select(rule => new YamlSource(PathOf(rule), rule)).ToList();
        var named = written.Exists(rule => rule.Text.StartsWith($"id: {Graded}", StringComparison.Ordinal)) ? Named : NamedWithoutGraded;
        return RuleSet.TryLoad(named.Concat(written), out set, out diagnostics);
    }

    private static string Rule(RuleGrammar grammar, int number) => grammar.Rule($"MC400{number}", $"defect-{number}");

    // A rule stands in the file of its name.
    private static string PathOf(string rule) =>
        $"claims/random/{rule.Split('\n').First(line => line.StartsWith("name: ", StringComparison.Ordinal))["name: ".Length..]}.yaml";

    private static YamlSource[] Packed(IEnumerable<YamlSource> files)
    {
        using var pack = new MemoryStream();
        RulePack.Write(files, pack);
        pack.Position = 0;
        return [.. RulePack.Read(pack)];
    }

    private static string Set(string name, string codes) => $$"""
        code-set: {{name}}
        summary: For tests.
        source: { title: test }
        {{codes}}
        """;

    private static string Table(string name, string columns, string access, params string[] rows) => $$"""
        table: {{name}}
        summary: For tests.
        source: { title: test }
        release: 2024Q3
        choose: dated
        period: [2024-07-01, 2024-09-30]
        columns:
          {{columns}}
        {{access}}
        extrapolate: no
        covers:
          codes: [64490-64493, 99213, 99214]
          dates: [2024-08-11, 2024-08-30]
        rows:
          - {{string.Join("\n  - ", rows)}}
        """;
}
