using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules said of the files of a run.</summary>
/// <param name="Judgements">One per patient, file and page of which something was said that went nowhere else.</param>
/// <param name="Profiles">The payer profiles that were chosen.</param>
/// <param name="Tally">Where it was asked for, the outcomes of rules about claims, patients and single pages; the judgements then leave them out.</param>
internal sealed record RunJudgement(ImmutableArray<Judgement> Judgements, ProfileTally Profiles, OutcomeTally? Tally)
{
    // Parts of no more are not worth a collection.
    private const int FewClaims = 10_000;

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
    /// <param name="found">Where findings go, which the judgements then leave out; null where they are listed.</param>
    /// <param name="jobs">How many patients or pages are judged at a time; what comes of it is always the same.</param>
    /// <param name="parts">Into how many parts the patients are shared out, of which one at a time is in memory; what comes of it is always the same.</param>
    /// <param name="spills">Whether claims are put away by part; else files are read again for each.</param>
    public static RunJudgement Of(
        IRuleEngine engine,
        RuleSet rules,
        ImmutableArray<LoadedFile> files,
        DateOnly asOf,
        LoadedHistory? history = null,
        Func<InterpretedDocument, InterpretedDocument>? runExamples = null,
        bool countsOutcomes = false,
        FoundFindings? found = null,
        int jobs = 1,
        int parts = 1,
        bool spills = false)
    {
        var facts = RunFacts.Of(files, new ProfileChoice(rules.Profiles), history);
        var run = new RunKnowledge(asOf) { Claims = facts.Claims };
        using var spilled = spills ? new SpilledParts(parts) : null;
        var profiles = Learn(engine, facts, run, new ProfileChoice(rules.Profiles), spilled, jobs);
        var tally = countsOutcomes ? new OutcomeTally(rules) : null;
        var pages = JudgedPages.Of(engine, rules, files, run, runExamples, tally, jobs);
        var judgements = new List<Judgement>();
        var later = files.Select(_ => new Dictionary<int, LaterClaim>()).ToList();
        for (var part = 0; part < parts; part++)
        {
            if (AreMany(facts, parts))
                LetGo();
            var patients = JudgedPatients.Of(engine, rules, PatientsOf(facts, part, parts, spilled), run, tally, found, jobs);
            judgements.AddRange(patients.Judgements);
            foreach (var claim in patients.Later)
                later[claim.File].Add(claim.Ordinal, claim);
        }

        spilled?.Dispose();
        if (AreMany(facts, parts))
        {
            engine.Forget();
            LetGo();
        }

        var together = new List<ClaimFacts>();
        for (var file = 0; file < files.Length; file++)
        {
            var again = facts.Again(file, later[file], engine.KindsOfFiles);
            foreach (var judged in engine.Judge(again.File, run))
                judgements.AddSaid(countsOutcomes ? judged.WithPassesAsOne() : judged, found);
            together.AddRange(again.Together);
        }

        foreach (var page in pages.Judgements)
            judgements.AddSaid(page, found);
        if (together.Count > 0)
            judgements.AddSaid(engine.JudgeTogether(Scope.Batch, FactsOf(together), run), found);
        if (pages.Library.Length > 0)
            judgements.AddSaid(engine.JudgeTogether(Scope.Library, DocumentFacts.OfLibrary(pages.Library, jobs), run), found);
        return new RunJudgement([.. judgements], profiles, tally)
        {
            Crashes = run.Crashes,
        };
    }

    private static bool AreMany(RunFacts facts, int parts) => parts > 1 && facts.Claims / parts > FewClaims;

    // What was held before is garbage of the longest-lived kind, which else stays until as much again was read.
    private static void LetGo() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);

    private static ProfileTally Learn(IRuleEngine engine, RunFacts facts, RunKnowledge run, ProfileChoice choice, SpilledParts? spilled, int jobs)
    {
        var all = new ProfileTally(choice);
        var earlier = facts.EarlierBatches().TakeWhile(_ => spilled is { HasRoom: true });
        foreach (var batches in facts.Batches().Concat(earlier).Chunk(jobs))
        {
            var learnt = EachByItself.Of(batches, jobs, batch =>
            {
                var profiles = new ProfileTally(choice);
                foreach (var claim in batch.Number == RunBatch.History ? [] : facts.FactsOf(batch))
                {
                    engine.Learn(claim, run);
                    profiles.Add(claim);
                }

                return (Batch: batch, Profiles: profiles, Shared: spilled is { HasRoom: true } ? spilled.Share(batch, facts.SurveyOf(batch)) : null);
            });
            foreach (var (batch, profiles, shared) in learnt)
            {
                all.Add(profiles);
                if (shared is not null)
                    spilled!.Add(batch, shared);
            }
        }

        spilled?.Complete();
        return all;
    }

    private static PatientCases PatientsOf(RunFacts facts, int part, int parts, SpilledParts? spilled)
    {
        if (spilled is not { HasRoom: true })
            return facts.PatientsOf(part, parts);
        try
        {
            return facts.PatientsOf(part, spilled);
        }
        catch (SpillException)
        {
            spilled.GiveUp();
            return facts.PatientsOf(part, parts);
        }
    }

    // Patients come first.
    private static ImmutableArray<Fact> FactsOf(List<ClaimFacts> claims) =>
    [
        .. claims.Select(claim => claim.Patient).Distinct().OrderBy(patient => patient.Order),
        .. claims.SelectMany(claim => claim.All).OrderBy(fact => fact.Order),
    ];
}
