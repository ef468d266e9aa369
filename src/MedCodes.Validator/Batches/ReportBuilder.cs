using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Batches;

/// <summary>Puts what was judged into a report: findings in canonical order with fingerprints, and the ledger.</summary>
internal static class ReportBuilder
{
    public static Report Build(
        RuleSet rules, string engine, ValidatorOptions options, ImmutableArray<ReadFile> files, RunJudgement judged, FoundFindings found)
    {
        var claims = files.Sum(file => file.Loaded.Survey.Claims);
        var pages = files.Where(file => file.Kind == ContentKind.Text).Select(file => file.Loaded.File).ToHashSet();
        var documents = files.Sum(file => file.Loaded.Pages.Length);
        return new Report
        {
            Run = Describe(rules, engine, options.AsOf) with { Profiles = [.. judged.Profiles.All] },
            Files = [.. files.Select(file => file.Checked)],
            Findings = found.InOrder(new Fingerprinter(pages.Contains, options.PathOf).Write),
            Crashed = [.. judged.Crashes.Select(crash => new CrashedRule(crash.Rule.Id, crash.Rule.Name, crash.Fault))],
            Ledger = LedgerOf(rules, judged, claims, files.Length, documents),
        };
    }

    /// <summary>What is run, as far as it is known before any file is read.</summary>
    public static RunDescription Describe(RuleSet rules, string engine, DateOnly asOf) => new(
        typeof(ReportBuilder).Assembly.GetName().Version?.ToString(3) ?? "",
        rules.Hash,
        engine,
        asOf,
        [.. rules.Tables.Values.OrderBy(table => table.Definition.Name, StringComparer.Ordinal).SelectMany(table => table.Releases.Where(release => release.RowCount > 0).Select(release =>
            new LoadedTable(table.Definition.Name, string.Join(' ', release.Part.Prepend(release.Name)), release.RowCount, release.Source, Curated: !release.IsImported)))],
        []);

    private static Ledger LedgerOf(RuleSet rules, RunJudgement judged, int claims, int files, int documents)
    {
        var byRule = judged.Judgements.SelectMany(judgement => judgement.Outcomes).ToLookup(outcome => outcome.Rule);
        var causes = byRule.SelectMany(rule => rule
                .Where(outcome => outcome.Outcome == Outcome.NotEvaluated)
                .GroupBy(outcome => outcome.Reason ?? "", StringComparer.Ordinal)
                .Select(group => new NotEvaluatedCause(rule.Key.Id, group.Key, group.Count())))
            .Concat(judged.Tally?.Causes ?? [])
            .Where(cause => cause.Count > 0)
            .OrderByDescending(cause => cause.Count)
            .ThenBy(cause => cause.Rule, StringComparer.Ordinal)
            .ThenBy(cause => cause.Reason, StringComparer.Ordinal);
        return new Ledger([.. rules.Rules.Select(rule => new LedgerEntry(rule.Id, CountsOf(rule, byRule[rule], judged.Tally?.Of(rule) ?? default, claims, files, documents)))], [.. causes]);
    }

    private static OutcomeCounts CountsOf(Rule rule, IEnumerable<RuleOutcome> outcomes, OutcomeCounts tallied, int claims, int files, int documents)
    {
        var units = rule.Scope switch
        {
            Scope.File => files,
            Scope.Document or Scope.Library => documents,
            _ => claims,
        };

        // A rule about files is judged once a file, even where it reports at one of its claims.
        var worst = rule.Scope == Scope.File ? outcomes.GroupBy(outcome => outcome.On.Root).Select(file => OutcomeOrder.Worst(file.Select(outcome => outcome.Outcome))) : outcomes.Select(outcome => outcome.Outcome);
        var counts = worst.CountBy(outcome => outcome).ToDictionary();
        int Of(Outcome outcome) => counts.GetValueOrDefault(outcome);
        var judged = new OutcomeCounts(Of(Outcome.Pass), Of(Outcome.Fail), Of(Outcome.Bypassed), 0, Of(Outcome.NotEvaluated)) + tallied;
        return judged with { NotApplicable = units - judged.Pass - judged.Fail - judged.Bypassed - judged.NotEvaluated };
    }
}
