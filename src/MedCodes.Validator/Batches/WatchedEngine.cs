using System.Collections.Immutable;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Batches;

/// <summary>An engine whose work is counted for whoever watches the run.</summary>
internal sealed class WatchedEngine(IRuleEngine engine, IProgress<CheckProgress>? watcher, RulesAlone? alone, int files, long found) : IRuleEngine
{
    private long _claims;
    private long _findings = found;

    public string Name => engine.Name;

    public IReadOnlySet<FactKind>? KindsOfFiles => engine.KindsOfFiles;

    public bool MayBindTogether(ClaimFacts claim, RunKnowledge run) => engine.MayBindTogether(claim, run);

    public bool MayBindInFile(ClaimFacts claim, RunKnowledge run) => engine.MayBindInFile(claim, run);

    public void Learn(ClaimFacts claim, RunKnowledge run) => engine.Learn(claim, run);

    public void Forget() => engine.Forget();

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var judged = Told(engine.Judge(patient, run), patient.Claims.Length);
        alone?.Measure(patient, run);
        return judged;
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run, OutcomeTally tally)
    {
        var judged = Told(engine.Judge(patient, run, tally), patient.Claims.Length);
        alone?.Measure(patient, run);
        return judged;
    }

    public IEnumerable<Judgement> Judge(FileCase file, RunKnowledge run) => engine.Judge(file, run).Select(judged => Told(judged, 0));

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run) => Told(engine.Judge(facts, run), 0);

    public Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run) => Told(engine.JudgeTogether(scope, facts, run), 0);

    private Judgement Told(Judgement judged, int claims)
    {
        var (all, found) = (Interlocked.Add(ref _claims, claims), Interlocked.Add(ref _findings, judged.Findings.Length));
        watcher?.Report(new CheckProgress(files, all, found));
        return judged;
    }
}
