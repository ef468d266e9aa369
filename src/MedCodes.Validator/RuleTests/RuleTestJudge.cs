using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests.Shorthand;

namespace MedCodes.Validator.RuleTests;

/// <summary>Runs tests and compares what comes out with what they expect.</summary>
internal sealed class RuleTestJudge(RuleSet rules)
{
    private readonly PageReader _pages = new(rules.Library.Interpreter.Vocabulary.Schemas);

    private readonly Lazy<ExampleRunner> _examples = new(() => new ExampleRunner(new NaiveEngine(rules), rules, CleanClaim.AsOf));

    private readonly Lazy<ImmutableArray<Rule>> _heard = new(() => HeardOf(rules));

    /// <summary>Makes ready what a test is run on.</summary>
    public RuleTestCase Prepare(RuleTest test)
    {
        var pages = test.Pages.Select(page => _pages.Read(page)).Zip(test.Pages)
            .Select(page => new LoadedFile(page.Second, [], page.First.Documents, [.. page.First.Faults]));
        var library = rules.Library with
        {
            Tables = rules.Tables.Values.ToFrozenDictionary(
                table => table.Definition.Name, table => test.Tables.GetValueOrDefault(table.Definition.Name, table), StringComparer.Ordinal),
        };
        // What a profile for pages switches off is tested all the same.
        var profiles = rules.Profiles.Where(profile => !profile.IsForPages).Select(profile => profile with
        {
            Parameters = profile.Parameters.Where(parameter => !test.Policy.ContainsKey(parameter.Key)).Concat(test.Policy)
                .ToFrozenDictionary(StringComparer.Ordinal),
        });
        return new RuleTestCase(test, [.. test.Claims, .. pages], library, [.. profiles]);
    }

    /// <summary>What came out instead of what was expected; null where they are the same.</summary>
    public string? Judge(Rule rule, RuleTestCase @case)
    {
        var (test, end) = (@case.Test, Run(rule, @case));
        if (end.Crash is { } crash)
            return $"the rule crashed: {crash}";
        if (end.Outcome != test.Outcome)
            return $"{NameOf(end.Outcome)}, not {NameOf(test.Outcome)}{(end.Reason is null ? "" : $": {end.Reason}")}";
        return end.Places.SequenceEqual(test.Findings.Order(Places))
            ? null
            : $"findings at {Listed(end.Places)}, not at {Listed(test.Findings)}";
    }

    /// <summary>How a rule, or a changed text of it, ends on a case.</summary>
    public RuleTestEnd Run(Rule rule, RuleTestCase @case)
    {
        var set = new RuleSet(RulesOf(rule), @case.Library, @case.Profiles);
        var run = RunJudgement.Of(new NaiveEngine(set), set, @case.Files, CleanClaim.AsOf, @case.Test.History, page => _examples.Value.Run(page));
        var outcomes = run.Judgements.SelectMany(judgement => judgement.Outcomes).Where(outcome => outcome.Rule == rule).ToList();
        var outcome = OutcomeOrder.Worst(outcomes.Select(one => one.Outcome));
        var found = run.Judgements.SelectMany(judgement => judgement.Findings)
            .Where(finding => finding.Finding.Rule.Id == rule.Id)
            .Select(finding => PlaceOf(finding, @case.Files));
        return new RuleTestEnd(
            outcome,
            outcomes.Find(one => one.Outcome == outcome)?.Reason,
            [.. found.Order(Places)],
            run.Crashes.FirstOrDefault(crash => crash.Rule == rule)?.Fault);
    }

    private static Comparer<ExpectedPlace> Places { get; } =
        Comparer<ExpectedPlace>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    // What other rules deny or find is part of the case for a rule that reads it; nothing else of theirs is.
    private ImmutableArray<Rule> RulesOf(Rule rule) =>
        rule.Logic.ReadsDenied || rule.Logic.ReadsFindings ? [.. _heard.Value.Where(other => other.Id != rule.Id), rule] : [rule];

    /// <summary>The rules that some rule hears of: they deny, or their findings are read.</summary>
    private static ImmutableArray<Rule> HeardOf(RuleSet rules)
    {
        var names = rules.Rules.SelectMany(rule => rule.Logic.Tests)
            .Where(test => FindingKinds.IsRule(test.Field) || FindingKinds.IsCategory(test.Field))
            .SelectMany(test => test.Matcher.Arguments.OfType<Expression.Literal>())
            .Select(literal => literal.Value is Rules.Values.Value.Text name ? name.Written : "")
            .ToHashSet(StringComparer.Ordinal);
        return [.. rules.Rules.Where(rule => rule.Logic.Denies is not null || names.Contains(rule.Id) || names.Contains(rule.Description.Category))];
    }

    private static ExpectedPlace PlaceOf(JudgedFinding finding, ImmutableArray<LoadedFile> files)
    {
        var place = finding.Finding.Place;
        if (finding.At.Content is Sources.Fault)
            return new ExpectedPlace(null, null, null, NumberOfFault(finding.At.Order, files));
        return finding.At.Within(ClaimKinds.Claim)?.Content is ClaimContent claim
            ? new ExpectedPlace(NumberOf(claim, finding.At.Order.File, files), place.Line, null, null)
            : new ExpectedPlace(null, null, place.Section, null);
    }

    /// <summary>The number of a claim among all claims of the test: the files one after the other.</summary>
    private static int NumberOf(ClaimContent claim, int file, ImmutableArray<LoadedFile> files) =>
        files.Take(file).Sum(earlier => earlier.Survey.Claims) + claim.View.Ordinal;

    /// <summary>The number of a fault among all faults of the test. Two that say the same are two, told apart by their places.</summary>
    private static int NumberOfFault(FactOrder order, ImmutableArray<LoadedFile> files) =>
        files.Take(order.File).Sum(earlier => earlier.Faults.Count) + order.Sequence - FileFacts.FirstFault + 1;

    private static string Listed(IReadOnlyCollection<ExpectedPlace> places) => places.Count == 0 ? "no place" : string.Join("; ", places);

    /// <summary>An outcome in words.</summary>
    public static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Fail => "fail",
        Outcome.Pass => "pass",
        Outcome.Bypassed => "bypassed",
        Outcome.NotEvaluated => "not evaluated",
        _ => "not applicable",
    };
}
