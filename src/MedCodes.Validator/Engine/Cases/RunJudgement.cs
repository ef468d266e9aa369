using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules said of the files of a run.</summary>
/// <param name="Facts">The facts of its claims.</param>
/// <param name="Judgements">One per patient, file and page.</param>
/// <param name="Tally">Where it was asked for, the outcomes of rules about claims, patients and single pages; the judgements then leave them out.</param>
internal sealed record RunJudgement(RunFacts Facts, ImmutableArray<Judgement> Judgements, OutcomeTally? Tally)
{
    /// <summary>The rules that crashed.</summary>
    public required IEnumerable<RuleCrash> Crashes { get; init; }

    /// <summary>Judges files: first the engine learns what the run holds, then it judges it unit by unit.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="rules">The rules that it was made of.</param>
    /// <param name="files">What the files hold.</param>
    /// <param name="asOf">The day that stands for today.</param>
    /// <param name="history">Earlier claims; null for none.</param>
    /// <param name="runExamples">Runs the worked examples of a page; without it they are not evaluated.</param>
    /// <param name="countsOutcomes">Whether outcomes about claims, patients and single pages are counted and not listed.</param>
    /// <param name="jobs">How many patients or pages are judged at a time; what comes of it is always the same.</param>
    public static RunJudgement Of(
        IRuleEngine engine,
        RuleSet rules,
        ImmutableArray<LoadedFile> files,
        DateOnly asOf,
        LoadedHistory? history = null,
        Func<InterpretedDocument, InterpretedDocument>? runExamples = null,
        bool countsOutcomes = false,
        int jobs = 1)
    {
        var run = new RunKnowledge(asOf);
        var facts = RunFacts.Of(files, new ProfileChoice(rules.Profiles), history);
        foreach (var patient in facts.Patients)
            engine.Learn(patient, run);

        var pages = JudgedPages.Of(engine, rules, files, run, runExamples, countsOutcomes, jobs);
        var patients = JudgedPatients.Of(engine, rules, facts, run, countsOutcomes, jobs);
        return new RunJudgement(
            facts,
            [
                .. patients.Judgements,
                .. facts.Files.Select(file => engine.Judge(file.Facts(engine.KindsOfFiles), run)),
                .. pages.Judgements,
                .. patients.Together.Count > 0 ? new[] { engine.JudgeTogether(Scope.Batch, facts.Facts(patients.Together), run) } : [],
                .. pages.Library.Length > 0 ? new[] { engine.JudgeTogether(Scope.Library, DocumentFacts.OfLibrary(pages.Library, jobs), run) } : [],
            ],
            Together(patients.Tally, pages.Tally))
        {
            Crashes = run.Crashes,
        };
    }

    private static OutcomeTally? Together(OutcomeTally? patients, OutcomeTally? pages)
    {
        if (pages is not null)
            patients?.Add(pages);
        return patients;
    }
}
