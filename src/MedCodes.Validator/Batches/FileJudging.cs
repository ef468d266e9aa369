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
/// <param name="kept">Keeps the faults that those ask for.</param>
internal sealed class FileJudging(EngineOfRules rules, IEnumerable<Rule> later, FaultRoom kept)
{
    private readonly bool _asksForEnvelopes = rules.Engine.KindsOfFiles is not { } kinds || kinds.Contains(FileKinds.Interchange) || kinds.Contains(FileKinds.Transaction);
    private readonly ImmutableHashSet<FaultKind> _askedLater = [.. Enum.GetValues<FaultKind>().Where(kind => later.Any(rule => BoundFaults.Include(rule.Logic, kind)))];
    private readonly List<Judgement> _judgements = [];
    private readonly List<ClaimBatch> _envelopes = [];

    /// <summary>How the rules ended, file by file.</summary>
    public IEnumerable<Judgement> Judgements => _judgements;

    /// <summary>The batches of a file as they are read. Of those in which an envelope begins that is asked for it is kept until the file is judged.</summary>
    public IEnumerable<ClaimBatch> Through(IEnumerable<ClaimBatch> batches) => _asksForEnvelopes
        ? batches.Select(batch =>
        {
            if (!GoesOn(batch))
                _envelopes.Add(batch.EnvelopesAlone());
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
        foreach (var batch in _envelopes)
            facts.Include(batch);
        _envelopes.Clear();
        foreach (var judged in rules.Engine.Judge(new FileCase(facts, []), run))
        {
            found(judged);
            if (!judged.Outcomes.IsEmpty)
                _judgements.Add(judged.WithPassesAsOne().WithoutFindings());
        }

        return file.WithFaults(_askedLater, kept);
    }

    // Whether a batch stands in the envelopes that were open at the end of what was kept last, or in none.
    private bool GoesOn(ClaimBatch batch) =>
        (batch.Interchanges.Count == 0 && batch.Transactions.Count == 0) || _envelopes is [.., var last] && batch.Interchanges.Count == 1 && batch.Transactions.Count == 1 && last.Interchanges.Count > 0 && last.Transactions.Count > 0
        && batch.Interchanges[0].Start == last.Interchanges[^1].Start && batch.Transactions[0].Start == last.Transactions[^1].Start;
}
