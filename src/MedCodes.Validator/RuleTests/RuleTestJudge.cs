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

/// <summary>Runs one test and compares what comes out with what it expects.</summary>
internal static class RuleTestJudge
{
    /// <summary>What came out instead of what was expected; null where they are the same.</summary>
    public static string? Judge(RuleSet rules, Rule rule, RuleTest test)
    {
        var set = RulesFor(rules, rule, test);
        var schemas = rules.Library.Interpreter.Vocabulary.Schemas;
        var reader = new PageReader(schemas);
        var pages = test.Pages.Select(page => reader.Read(page)).Zip(test.Pages)
            .Select(page => new LoadedFile(page.Second, [], page.First.Documents, page.First.Faults));
        ImmutableArray<LoadedFile> files = [.. test.Claims, .. pages];
        var run = RunJudgement.Of(
            new NaiveEngine(set), set, files, CleanClaim.AsOf, test.History, new ExampleRunner(new NaiveEngine(rules), rules, CleanClaim.AsOf).Run);
        if (run.Crashes.FirstOrDefault(crash => crash.Rule == rule) is { } crash)
            return $"the rule crashed: {crash.Fault}";
        var judged = run.Judgements;
        var outcomes = judged.SelectMany(judgement => judgement.Outcomes).Where(outcome => outcome.Rule == rule).ToList();
        var outcome = OutcomeOrder.Worst(outcomes.Select(one => one.Outcome));
        if (outcome != test.Outcome)
        {
            var reason = outcomes.Find(one => one.Outcome == outcome)?.Reason;
            return $"{NameOf(outcome)}, not {NameOf(test.Outcome)}{(reason is null ? "" : $": {reason}")}";
        }

        var found = judged.SelectMany(judgement => judgement.Findings)
            .Where(finding => finding.Finding.Rule.Id == rule.Id)
            .Select(finding => PlaceOf(finding, files))
            .ToList();
        return found.Order(Places).SequenceEqual(test.Findings.Order(Places))
            ? null
            : $"findings at {Listed(found)}, not at {Listed(test.Findings)}";
    }

    private static Comparer<ExpectedPlace> Places { get; } =
        Comparer<ExpectedPlace>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));

    // What other rules deny or find is part of the case for a rule that reads it; nothing else of theirs is.
    private static RuleSet RulesFor(RuleSet rules, Rule rule, RuleTest test)
    {
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
        return new RuleSet(rule.Logic.ReadsDenied || rule.Logic.ReadsFindings ? rules.Rules : [rule], library, [.. profiles]);
    }

    private static ExpectedPlace PlaceOf(JudgedFinding finding, ImmutableArray<LoadedFile> files)
    {
        var place = finding.Finding.Place;
        if (finding.At.Content is Sources.Fault fault)
            return new ExpectedPlace(null, null, null, NumberOf(fault, files));
        return finding.At.Within(ClaimKinds.Claim)?.Content is ClaimContent claim
            ? new ExpectedPlace(NumberOf(claim, finding.At.Order.File, files), place.Line, null, null)
            : new ExpectedPlace(null, null, place.Section, null);
    }

    /// <summary>The number of a claim among all claims of the test: the files one after the other.</summary>
    private static int NumberOf(ClaimContent claim, int file, ImmutableArray<LoadedFile> files) =>
        files.Take(file).Sum(earlier => earlier.Claims.Count()) + claim.View.Ordinal;

    // Two faults that say the same are two.
    private static int NumberOf(Sources.Fault fault, ImmutableArray<LoadedFile> files) =>
        files.SelectMany(file => file.Faults).TakeWhile(other => !ReferenceEquals(other, fault)).Count() + 1;

    private static string Listed(IReadOnlyCollection<ExpectedPlace> places) => places.Count == 0 ? "no place" : string.Join("; ", places);

    private static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Fail => "fail",
        Outcome.Pass => "pass",
        Outcome.Bypassed => "bypassed",
        Outcome.NotEvaluated => "not evaluated",
        _ => "not applicable",
    };
}
