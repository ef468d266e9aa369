using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules said of the files of a run.</summary>
/// <param name="Facts">The facts of its claims.</param>
/// <param name="Judgements">One per patient, file and page.</param>
/// <param name="Tally">Where it was asked for, the outcomes of rules about claims and patients; the judgements then leave them out.</param>
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
    /// <param name="tally">Where outcomes are to be counted; null where they are to be listed.</param>
    public static RunJudgement Of(
        IRuleEngine engine,
        RuleSet rules,
        ImmutableArray<LoadedFile> files,
        DateOnly asOf,
        LoadedHistory? history = null,
        Func<InterpretedDocument, InterpretedDocument>? runExamples = null,
        OutcomeTally? tally = null)
    {
        var run = new RunKnowledge(asOf);
        var facts = RunFacts.Of(files, new ProfileChoice(rules.Profiles), history);
        foreach (var patient in facts.Patients)
            engine.Learn(patient, run);

        // Of a page that is judged only what rules over all pages read is kept.
        var ofLibrary = rules.Rules.Where(rule => rule.Scope == Scope.Library)
            .SelectMany(rule => rule.Logic.AllEntries)
            .Select(entry => entry.Total?.Of ?? entry.Kind)
            .Append(DocumentKinds.Document)
            .ToHashSet();
        var read = files.Index().SelectMany(file => file.Item.Pages.Select(page => (Page: page, Number: file.Index))).ToList();
        var pages = EachByItself.Of(read, page =>
        {
            var interpreted = rules.Library.Interpreter.Interpret(page.Page, asOf);
            var whole = runExamples is null ? interpreted : runExamples(interpreted);
            var all = DocumentFacts.Of(whole, page.Number);
            return (Page: whole.ForLibrary(), Facts: all.Where(fact => ofLibrary.Contains(fact.Kind)).ToImmutableArray(), Judgement: engine.Judge(all, run));
        });
        var hasLibrary = pages.Length > 0 && rules.Rules.Any(rule => rule.Scope == Scope.Library);
        var hasBatch = facts.Patients.Length > 0 && rules.Rules.Any(rule => rule.Scope == Scope.Batch);
        var together = new HashSet<ClaimFacts>(ReferenceEqualityComparer.Instance);
        var ofPatients = facts.Patients.Select(Judge).ToList();
        return new RunJudgement(
            facts,
            [
                .. ofPatients,
                .. facts.Files.Select(file => engine.Judge(file.Facts(engine.KindsOfFiles), run)),
                .. pages.Select(page => page.Judgement),
                .. together.Count > 0 ? new[] { engine.JudgeTogether(Scope.Batch, facts.Facts(together), run) } : [],
                .. hasLibrary ? new[] { engine.JudgeTogether(Scope.Library, DocumentFacts.OfLibrary([.. pages.Select(page => (page.Page, page.Facts))]), run) } : [],
            ],
            tally)
        {
            Crashes = run.Crashes,
        };

        Judgement Judge(PatientCase patient)
        {
            var judgement = tally is null ? engine.Judge(patient, run) : engine.Judge(patient, run, tally);
            foreach (var claim in patient.Claims)
            {
                // Of most claims nobody asks for the lines again, and a run has millions.
                if (hasBatch && !claim.IsSuperseded && engine.MayBindTogether(claim, run))
                    together.Add(claim);
                else
                    claim.Forget();
            }

            return judgement;
        }
    }
}
