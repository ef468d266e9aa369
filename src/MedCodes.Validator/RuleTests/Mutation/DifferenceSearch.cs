using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Looks for a claim on which a rule and its mutant differ: the rule's own tests with one value changed.</summary>
internal sealed class DifferenceSearch(RuleSet rules, RuleTestJudge judge, Rule rule, Mutant mutant)
{
    // Each takes a millisecond or two; what has not shown by then hardly ever does.
    private const int Most = 1500;

    /// <summary>The first such claim, tests with the shortest text first; null where none was found.</summary>
    public MutantDifference? Find()
    {
        if (rule.Tests is not YamlMapping tests)
            return null;
        var values = new CandidateValues(rules.Library.CodeSets, MutantMaker.LogicOf(rule), mutant.Change);
        var given = new[] { tests["invalid"], tests["valid"] }.OfType<YamlSequence>()
            .SelectMany(list => list.Items.OfType<YamlMapping>())
            .Select(test => new YamlMapping(test.Source, test.Mark, [.. test.Entries.Where(entry => entry.Key.Text is not ("name" or "expect"))]))
            .OrderBy(test => LogicText.Flow(test).Length)
            .ToList();
        var pages = new PageVariations(given, rules.Library.Interpreter.Vocabulary, values.Named);
        return given
            .SelectMany(test => PageVariations.IsAboutPages(test) ? pages.Of(test) : Variations.Of(test, values.Keys, values.For))
            .DistinctBy(LogicText.Flow)
            .Take(Most)
            .Select(Differ)
            .FirstOrDefault(found => found is not null);
    }

    private MutantDifference? Differ(YamlMapping claim)
    {
        var diagnostics = new Diagnostics();
        if (new RuleTestReader(rules, diagnostics).ReadCase(claim) is not { } test || diagnostics.Count > 0)
            return null;
        var @case = judge.Prepare(test);
        var (own, others) = (Words(judge.Run(rule, @case)), Words(judge.Run(mutant.Rule, @case)));
        return own == others ? null : new MutantDifference(string.Join('\n', claim.Entries.Select(entry => $"{entry.Key.Text}: {LogicText.Flow(entry.Value)}")), own, others);
    }

    private static string Words(RuleTestEnd end) => end switch
    {
        { Crash: not null } => "crash",
        { Places: [_, ..] places } => $"fail at {string.Join("; ", places)}",
        _ => RuleTestJudge.NameOf(end.Outcome),
    };
}
