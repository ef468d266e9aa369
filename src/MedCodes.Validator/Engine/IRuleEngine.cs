using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine;

/// <summary>Judges the rules of a set, one unit at a time. Immutable and safe to use from several threads.</summary>
internal interface IRuleEngine
{
    /// <summary>The name that reports give.</summary>
    string Name { get; }

    /// <summary>Judges the rules about claims and patients on one patient's claims.</summary>
    Judgement Judge(PatientCase patient, RunKnowledge run);

    /// <summary>The same, with the outcomes counted and not listed.</summary>
    Judgement Judge(PatientCase patient, RunKnowledge run, OutcomeTally tally)
    {
        var judged = Judge(patient, run);
        foreach (var outcome in judged.Outcomes)
            tally.Add(outcome);
        return judged with { Outcomes = [] };
    }

    /// <summary>The kinds of fact that rules about files read; null where they may read all.</summary>
    IReadOnlySet<FactKind>? KindsOfFiles => null;

    /// <summary>Judges the rules about one file, in one judgement or in several: what a rule says of one fault may come in another than what it says of the next.</summary>
    IEnumerable<Judgement> Judge(FileCase file, RunKnowledge run) => [Judge(file.Facts(KindsOfFiles), run)];

    /// <summary>Judges the rules about one file or one page on its facts.</summary>
    /// <param name="facts">The facts in canonical order, the file or page itself first.</param>
    /// <param name="run">What the run as a whole holds.</param>
    Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run);

    /// <summary>
    /// Whether rules about files may bind something of a claim, so that how they end depends on more than that there are such claims.
    /// Asked once all claims were learned of.
    /// </summary>
    bool MayBindInFile(ClaimFacts claim, RunKnowledge run) => true;

    /// <summary>Whether rules about all claims of the run may bind something of a claim; of others they need no facts.</summary>
    bool MayBindTogether(ClaimFacts claim, RunKnowledge run) => true;

    /// <summary>Judges the rules about all claims of the run, or all its pages, together.</summary>
    /// <param name="scope">Batch for claims, library for pages.</param>
    /// <param name="facts">Their facts in canonical order.</param>
    /// <param name="run">What the run as a whole holds.</param>
    Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run);

    /// <summary>Notes what a claim holds that rules ask the whole run for; called once for every claim before any is judged.</summary>
    void Learn(ClaimFacts claim, RunKnowledge run);

    /// <summary>Lets go of what is remembered from unit to unit. Nothing depends on it: what is asked for again is found out again.</summary>
    void Forget()
    {
    }
}
