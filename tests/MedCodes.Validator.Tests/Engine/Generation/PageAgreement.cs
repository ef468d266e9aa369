using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Holds an engine to the definition on random rules about pages and on random pages. Where they differ, rules and pages are taken away.</summary>
internal static class PageAgreement
{
    private const int RulesOfCase = 6;

    private static readonly Lazy<ImmutableArray<YamlSource>> Words = new(() =>
    [
        .. Repository.Files("rules", "*.yaml")
            .Select(path => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), path), File.ReadAllText(path)))
            .Where(source => source.Path.Split('/')[0] is "terms" or "pages" || source.Path.StartsWith("code-sets/facet-injections", StringComparison.Ordinal)),
    ]);

    private static readonly Lazy<ImmutableArray<byte[]>> Fixtures = new(() =>
        [.. Repository.Files("fixtures/documents", "*").Where(path => Path.GetExtension(path) is ".md" or ".txt" or ".html").Select(File.ReadAllBytes)]);

    /// <summary>Tries random cases, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="make">Makes the engine.</param>
    /// <param name="first">The first seed.</param>
    /// <param name="readsFindings">Whether rules may read what others found; for such the built-in engine leaves its place to the definition.</param>
    public static void OnRandomCases(int cases, Func<RuleSet, IRuleEngine> make, int first = 0, bool readsFindings = false)
    {
        for (var seed = first; seed < first + cases; seed++)
        {
            var random = new Random(seed);
            var rules = Rules(random, readsFindings);
            ImmutableArray<SourceFile> pages = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(number => SourceFile.FromBytes($"page-{number}.md", Page(random, seed, number)))];
            if (Difference(rules, pages, make) is null)
                continue;
            (rules, pages) = Shrink(rules, pages, make);
            Assert.Fail($"case {seed}\n{Difference(rules, pages, make)}\n{string.Join('\n', rules)}\n{string.Join("\n----\n", pages.Select(page => Encoding.UTF8.GetString(page.Read(new SourceSpan(0, (int)page.Length)))))}");
        }
    }

    private static (ImmutableArray<string> Rules, ImmutableArray<SourceFile> Pages) Shrink(ImmutableArray<string> rules, ImmutableArray<SourceFile> pages, Func<RuleSet, IRuleEngine> make)
    {
        for (var i = rules.Length - 1; i >= 0; i--)
            rules = rules.Length > 1 && Difference(rules.RemoveAt(i), pages, make) is not null ? rules.RemoveAt(i) : rules;
        for (var i = pages.Length - 1; i >= 0; i--)
            pages = pages.Length > 1 && Difference(rules, pages.RemoveAt(i), make) is not null ? pages.RemoveAt(i) : pages;
        while (SmallerRule.Of(rules[0]).FirstOrDefault(smaller => Difference(rules.SetItem(0, smaller), pages, make) is not null) is { } less)
            rules = rules.SetItem(0, less);
        return (rules, pages);
    }

    private static string? Difference(IEnumerable<string> written, IReadOnlyList<SourceFile> pages, Func<RuleSet, IRuleEngine> make)
    {
        if (TryLoad(written) is not { } rules)
            return null;
        var (expected, actual) = (Judged(new NaiveEngine(rules), rules, pages), Judged(make(rules), rules, pages));
        return expected == actual ? null : $"{expected}\n>>>>\n{actual}";
    }

    private static string Judged(IRuleEngine engine, RuleSet rules, IEnumerable<SourceFile> pages)
    {
        var reader = new PageReader(rules.Library.Interpreter.Vocabulary.Schemas);
        return string.Join("\n====\n", RunJudgement.Of(engine, rules, [.. pages.Select(page => ReadFile.Of(page, reader).Loaded)], JudgedRun.AsOf).Judgements.Select(JudgementText.Of));
    }

    // The loader refuses what chance makes contradictory or leaves unconnected; such a rule is written again.
    private static ImmutableArray<string> Rules(Random random, bool readsFindings)
    {
        var grammar = new PageRuleGrammar(random);
        var rules = new List<string>();
        while (rules.Count < RulesOfCase)
        {
            var (id, name) = ($"MC600{rules.Count}", $"defect-{rules.Count}");
            var rule = random.Next(8) switch
            {
                0 => grammar.OnFile(id, name),
                1 or 2 when readsFindings && rules.Count > 0 => grammar.OnFindings(id, name, $"MC600{random.Next(rules.Count)}"),
                _ => grammar.Rule(id, name),
            };
            if (TryLoad(rules.Append(rule)) is not null)
                rules.Add(rule);
        }

        return [.. rules];
    }

    private static RuleSet? TryLoad(IEnumerable<string> rules) => RuleSet.TryLoad(
        Words.Value.Concat(rules.Select(rule => new YamlSource($"documents/random/{rule.Split('\n')[1]["name: ".Length..]}.yaml", rule))), out var set, out _) ? set : null;

    // A page of the generator or of the fixtures with lines dropped, doubled and moved: sections missing, doubled and out of order.
    private static byte[] Page(Random random, int seed, int number)
    {
        var bytes = random.Next(3) == 0 ? new PageGenerator(seed).Page(number) : Fixtures.Value[random.Next(Fixtures.Value.Length)];
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        for (var changes = random.Next(6); changes > 0 && lines.Count > 2; changes--)
        {
            var (from, to) = (random.Next(lines.Count), random.Next(lines.Count));
            var line = lines[from];
            if (random.Next(2) == 0)
                lines.RemoveAt(from);
            if (random.Next(2) == 0)
                lines.Insert(Math.Min(to, lines.Count), line);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
