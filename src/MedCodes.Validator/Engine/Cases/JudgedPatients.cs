using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What the rules about claims and patients said of some patients.</summary>
/// <param name="Judgements">One per patient of whom something was said that went nowhere else, in order.</param>
/// <param name="Later">The claims that wider rules may ask for.</param>
internal sealed record JudgedPatients(ImmutableArray<Judgement> Judgements, ImmutableArray<LaterClaim> Later)
{
    // Enough to make the handing out of work cheap, and few enough for large patients not to leave others waiting.
    private const int PatientsOfBlock = 64;

    /// <summary>Judges patients block by block, several blocks at a time.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="rules">The rules that it was made of.</param>
    /// <param name="patients">The patients.</param>
    /// <param name="run">What is known of the run.</param>
    /// <param name="tally">Where outcomes are counted, which the judgements then leave out; null where they are listed.</param>
    /// <param name="found">Where findings go, which the judgements then leave out; null where they are listed.</param>
    /// <param name="jobs">How many blocks are judged at a time.</param>
    public static JudgedPatients Of(IRuleEngine engine, RuleSet rules, PatientCases patients, RunKnowledge run, OutcomeTally? tally, FoundFindings? found, int jobs)
    {
        var hasFile = engine.KindsOfFiles?.Any(kind => kind.IsWithin(ClaimKinds.Claim)) ?? rules.Rules.Any(rule => rule.Scope == Scope.File);
        var hasBatch = rules.Rules.Any(rule => rule.Scope == Scope.Batch);
        var blocks = EachByItself.Tallied([.. Enumerable.Range(0, patients.Count).Chunk(PatientsOfBlock)], jobs, rules, tally, (block, own) =>
        {
            var judgements = new List<Judgement>();
            var later = new List<LaterClaim>();
            foreach (var place in block)
            {
                var patient = patients[place];
                var judged = own is null ? engine.Judge(patient, run) : engine.Judge(patient, run, own);
                judgements.AddSaid(judged, found);
                foreach (var claim in patient.Claims)
                {
                    // Where outcomes are counted, one claim of a file stands for all that such rules have nothing to say of.
                    var byFile = hasFile && (tally is null || claim.View.Ordinal == 1 || engine.MayBindInFile(claim, run));
                    var byAll = hasBatch && !claim.IsSuperseded && engine.MayBindTogether(claim, run);
                    if (byFile || byAll)
                        later.Add(new LaterClaim(claim.Order.File, claim.View.Ordinal, claim.Patient, claim.Denied, byFile, byAll));
                }
            }

            return (Judgements: judgements, Later: later);
        });
        return new JudgedPatients([.. blocks.SelectMany(block => block.Judgements)], [.. blocks.SelectMany(block => block.Later)]);
    }
}
