using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>All that an engine says of some patients and of the file that they stand in, as text.</summary>
internal static class JudgedRun
{
    /// <summary>The day that stands for today.</summary>
    public static DateOnly AsOf { get; } = new(2024, 9, 30);

    public static string Of(IRuleEngine engine, RuleSet rules, ImmutableArray<PatientInput> patients, bool inParallel = false) => string.Join(
        "\n====\n", Judge(engine, PatientInput.CasesOf(patients, rules.Profiles), inParallel).Select(JudgementText.Of));

    /// <summary>The judgements of each patient and of the file.</summary>
    public static IReadOnlyList<Judgement> Judge(IRuleEngine engine, ImmutableArray<PatientCase> patients, bool inParallel = false)
    {
        var run = new RunKnowledge(AsOf);
        foreach (var claim in patients.SelectMany(patient => patient.Claims))
            engine.Learn(claim, run);
        var judged = new Judgement[patients.Length + 1];
        Parallel.For(
            0,
            patients.Length,
            new ParallelOptions { MaxDegreeOfParallelism = inParallel ? 4 : 1 },
            place => judged[place] = engine.Judge(patients[place], run));
        var file = patients[0].Claims[0].Claim.Root;
        var facts = patients.SelectMany(patient => patient.Claims).SelectMany(claim => claim.All).OrderBy(fact => fact.Order).Prepend(file);
        judged[^1] = engine.Judge([.. facts], run);
        return judged;
    }
}
