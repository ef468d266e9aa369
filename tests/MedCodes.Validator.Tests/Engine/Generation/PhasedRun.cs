using MedCodes.Validator.Batches;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Findings;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>All that is said of a run and counted of it as text, by rules that are judged together, and by phase.</summary>
internal static class PhasedRun
{
    public static string Whole(RuleSet rules, RunInput run) => Text(rules, Judge(rules, run), []);

    public static string Parted(RuleSet rules, RunInput run)
    {
        var (taken, ofClaims) = (new Taken(), rules.Of(FindingPhase.Claim));
        var early = new EarlyJudging(ofClaims, new PlannedEngine(ofClaims), new ValidatorOptions { AsOf = JudgedRun.AsOf, Jobs = 2, Early = taken });
        foreach (var (number, file) in run.Loaded().Index())
        {
            foreach (var _ in early.Through(file, ContentKind.X12, number, file.Batches))
            {
            }
        }

        return Text(rules, early.With(Judge(rules.Of(FindingPhase.Run), run), rules), taken.Findings);
    }

    private static RunJudgement Judge(RuleSet rules, RunInput run) =>
        RunJudgement.Of(new PlannedEngine(rules), rules, run.Loaded(), JudgedRun.AsOf, run.LoadedHistory(), countsOutcomes: true);

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
    }
}
