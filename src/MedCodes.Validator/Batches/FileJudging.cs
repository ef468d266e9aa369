using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Judges each file when it was read to its end, by the rules that need nothing else of the run.</summary>
/// <param name="rules">The rules of that phase with their engine.</param>
/// <param name="later">The rules that are judged when all files were read.</param>
internal sealed class FileJudging(EngineOfRules rules, IEnumerable<Rule> later)
{
    private readonly bool _asksForEnvelopes = rules.Engine.KindsOfFiles is not { } kinds || kinds.Contains(FileKinds.Interchange) || kinds.Contains(FileKinds.Transaction);
    private readonly ImmutableHashSet<FaultKind> _askedLater = [.. Enum.GetValues<FaultKind>().Where(kind => later.Any(rule => BoundFaults.Include(rule.Logic, kind)))];
    private readonly List<Judgement> _judgements = [];
    private readonly List<ClaimBatch> _batches = [];

    /// <summary>How the rules ended, file by file.</summary>
    public IEnumerable<Judgement> Judgements => _judgements;

    /// <summary>The batches of a file as they are read. Those whose envelopes are asked for are kept until the file is judged.</summary>
    public IEnumerable<ClaimBatch> Through(IEnumerable<ClaimBatch> batches) => _asksForEnvelopes
        ? batches.Select(batch =>
        {
            _batches.Add(batch);
            return batch;
        })
        : batches;

    /// <summary>Judges the file whose batches went through last.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">Its number among the files of the run.</param>
    /// <param name="run">What is known of the run.</param>
    /// <param name="found">Takes what is found.</param>
    /// <returns>The file with the faults that later rules ask for.</returns>
    public ReadFile Judge(ReadFile file, int number, RunKnowledge run, Action<Judgement> found)
    {
        var facts = new FileFacts(file.Loaded, number);
        foreach (var batch in _batches)
            facts.Include(batch);
        _batches.Clear();
        foreach (var judged in rules.Engine.Judge(new FileCase(facts, []), run))
        {
            found(judged);
            if (!judged.Outcomes.IsEmpty)
                _judgements.Add(judged.WithPassesAsOne().WithoutFindings());
        }

        return file.WithFaults(fault => _askedLater.Contains(fault.Kind));
    }
}
