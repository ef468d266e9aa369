using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules said of the files of a run.</summary>
/// <param name="Facts">The facts of its claims.</param>
/// <param name="Judgements">One per patient, file and page.</param>
/// <param name="Tally">Where it was asked for, the outcomes of rules about claims and patients; the judgements then leave them out.</param>
internal sealed record RunJudgement(RunFacts Facts, ImmutableArray<Judgement> Judgements, OutcomeTally? Tally)
{
    /// <summary>Judges files: first the engine learns what the run holds, then it judges it unit by unit.</summary>
    public static RunJudgement Of(
        IRuleEngine engine, RuleSet rules, ImmutableArray<LoadedFile> files, DateOnly asOf, LoadedHistory? history = null, OutcomeTally? tally = null)
    {
        var run = new RunKnowledge(asOf);
        var facts = RunFacts.Of(files, new ProfileChoice(rules.Profiles), history);
        foreach (var patient in facts.Patients)
            engine.Learn(patient, run);
        return new RunJudgement(
            facts,
            [
                .. facts.Patients.Select(patient => tally is null ? engine.Judge(patient, run) : engine.Judge(patient, run, tally)),
                .. facts.Files.Select(file => engine.Judge(file.Facts(engine.KindsOfFiles), run)),
                .. files.Select((file, number) => (file.Page, number)).Where(item => item.Page is not null).Select(item =>
                    engine.Judge(DocumentFacts.Of(rules.Library.Interpreter.Interpret(item.Page!, asOf), item.number), run)),
            ],
            tally);
    }
}
