using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules about claims and patients said of all patients of a run.</summary>
/// <param name="Judgements">One per patient, in order.</param>
/// <param name="Together">The claims that rules about all claims may bind something of.</param>
/// <param name="Tally">Where it was asked for, the outcomes; the judgements then leave them out.</param>
internal sealed record JudgedPatients(ImmutableArray<Judgement> Judgements, IReadOnlySet<ClaimFacts> Together, OutcomeTally? Tally)
{
    // Enough to make the handing out of work cheap, and few enough for large patients not to leave others waiting.
    private const int PatientsOfBlock = 64;

    /// <summary>Judges the patients of a run block by block, several blocks at a time.</summary>
    public static JudgedPatients Of(IRuleEngine engine, RuleSet rules, RunFacts facts, RunKnowledge run, bool countsOutcomes, int jobs)
    {
        var hasBatch = rules.Rules.Any(rule => rule.Scope == Scope.Batch);
        var judgements = new Judgement[facts.Patients.Length];
        var blocks = EachByItself.Of(
            [.. Enumerable.Range(0, (judgements.Length + PatientsOfBlock - 1) / PatientsOfBlock)],
            jobs,
            block =>
            {
                var tally = countsOutcomes ? new OutcomeTally(rules) : null;
                var together = new List<ClaimFacts>();
                var end = Math.Min(judgements.Length, (block + 1) * PatientsOfBlock);
                for (var place = block * PatientsOfBlock; place < end; place++)
                {
                    var patient = facts.Patients[place];
                    judgements[place] = tally is null ? engine.Judge(patient, run) : engine.Judge(patient, run, tally);
                    foreach (var claim in patient.Claims)
                    {
                        // Of most claims nobody asks for the lines again, and a run has millions.
                        if (hasBatch && !claim.IsSuperseded && engine.MayBindTogether(claim, run))
                            together.Add(claim);
                        else
                            claim.Forget();
                    }
                }

                return (Tally: tally, Together: together);
            });
        var all = countsOutcomes ? new OutcomeTally(rules) : null;
        foreach (var block in blocks)
            all?.Add(block.Tally!);
        return new JudgedPatients(
            ImmutableCollectionsMarshal.AsImmutableArray(judgements),
            blocks.SelectMany(block => block.Together).ToHashSet(),
            all);
    }
}
