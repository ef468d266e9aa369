using System.Collections.Immutable;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Findings;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>All that is said of a run and counted of it as text, by rules that are judged together, and by phase.</summary>
internal static class PhasedRun
{
    public static string Whole(RuleSet rules, RunInput run) => Text(rules, Judge(rules, run.Loaded(), run), []);

    public static string Parted(RuleSet rules, RunInput run)
    {
        var taken = new Taken();
        using var found = new FoundFindings(pages: null);
        using var kept = new FaultRoom();
        var phases = PhasedEngines.Of(rules, handsOn: true, some => new PlannedEngine(some));
        var early = new EarlyJudging(phases, new ValidatorOptions { AsOf = JudgedRun.AsOf, Jobs = 2, Early = taken }, found, kept);
        var workers = new Workers(2);
        var left = ImmutableArray.CreateBuilder<LoadedFile>();
        foreach (var (number, file) in run.Loaded().Index())
        {
            foreach (var _ in early.Through(ContentKind.X12, early.Judged(file, number, file.Batches, workers)))
            {
            }

            left.Add(early.Close(new ReadFile(ContentKind.X12, file), number).Loaded);
        }

        return Text(rules, early.With(Judge(phases.OfRun.Rules, left.DrainToImmutable(), run), rules), taken.Findings);
    }

    private static RunJudgement Judge(RuleSet rules, ImmutableArray<LoadedFile> files, RunInput run) =>
        RunJudgement.Of(new PlannedEngine(rules), rules, files, JudgedRun.AsOf, run.LoadedHistory(), countsOutcomes: true);

    // A whole run gives fingerprints when all is found.
    private static string Text(RuleSet rules, RunJudgement judged, IEnumerable<Finding> early)
    {
        var findings = judged.Judgements.SelectMany(judgement => judgement.Findings).Select(found => found.Finding).Concat(early);
        var outcomes = judged.Judgements.SelectMany(judgement => judgement.Outcomes).Select(outcome => $"{outcome.Rule.Id} {outcome.On.Order} {outcome.Outcome} {outcome.Reason}");
        return string.Join('\n',
        [
            .. findings.Select(finding => FindingText.Of(finding with { Fingerprint = "" })).Order(StringComparer.Ordinal),
            .. outcomes.Order(StringComparer.Ordinal),
            .. rules.Rules.Select(rule => $"{rule.Id} {judged.Tally!.Of(rule)}"),
            .. judged.Tally!.Causes.Select(cause => cause.ToString()).Order(StringComparer.Ordinal),
        ]);
    }

    private sealed class Taken : IEarlyFindings
    {
        public List<Finding> Findings { get; } = [];

        public void Begin(RunDescription run)
        {
        }

        public void Take(ContentKind kind, FindingList findings) => Findings.AddRange(findings);

        public void Close(CheckedFile file, FindingList findings) => Findings.AddRange(findings);
    }
}
