using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Batches;

/// <summary>
/// Judges claims while they are read, by the rules that one claim is enough for, and hands on what they find. Nothing is kept of it but what
/// is counted.
/// </summary>
/// <param name="rules">The rules of that phase.</param>
/// <param name="engine">The engine that was made of them.</param>
/// <param name="options">The settings of the validator, with whom to hand findings to.</param>
internal sealed class EarlyJudging(RuleSet rules, IRuleEngine engine, ValidatorOptions options)
{
    private readonly RunKnowledge _run = new(options.AsOf);
    private readonly OutcomeTally _tally = new(rules);
    private readonly ProfileChoice _profiles = new(rules.Profiles);
    private readonly Dictionary<FindingKind, int> _found = [];

    // Only pages are told apart by their lines.
    private readonly Fingerprinter _fingerprinter = new(_ => false, options.PathOf);

    /// <summary>What was found, counted.</summary>
    public IEnumerable<CountedFindings> Found => _found.Select(found => new CountedFindings(found.Key, found.Value));

    /// <summary>The batches of a file as they are read. Each is judged, and what is found in it handed on, before the next is given.</summary>
    /// <param name="file">The file, without its claims.</param>
    /// <param name="kind">What it was taken for.</param>
    /// <param name="number">Its number among the files of the run.</param>
    /// <param name="batches">Its batches.</param>
    public IEnumerable<ClaimBatch> Through(LoadedFile file, ContentKind kind, int number, IEnumerable<ClaimBatch> batches)
    {
        foreach (var (batch, tally, findings) in InOrder.Of(batches.Select<ClaimBatch, Func<JudgedBatch>>(batch => () => Judge(file, number, batch)), options.Jobs))
        {
            using (findings)
                HandOn(kind, findings.ToList(_fingerprinter.Write));
            _tally.Add(tally);
            yield return batch;
        }
    }

    /// <summary>What was judged later with how the rules of this phase ended.</summary>
    /// <param name="judged">What was judged later.</param>
    /// <param name="all">The rules of both.</param>
    public RunJudgement With(RunJudgement judged, RuleSet all)
    {
        var tally = new OutcomeTally(all);
        tally.Add(_tally);
        tally.Add(judged.Tally!);
        return judged with { Tally = tally, Crashes = _run.Crashes.Concat(judged.Crashes).OrderBy(crash => crash.Rule.Id, StringComparer.Ordinal) };
    }

    private JudgedBatch Judge(LoadedFile file, int number, ClaimBatch batch)
    {
        var (tally, findings) = (new OutcomeTally(rules), new FindingSorter(order: FindingKey.ByClaim));
        foreach (var claim in RunFacts.ByThemselves(file, number, batch, _profiles))
        {
            foreach (var (sequence, found) in engine.Judge(claim, _run, tally).Findings.Index())
                findings.Add(FindingKey.Of(number, found.Finding, sequence), found.Finding);
        }

        return new JudgedBatch(batch, tally, findings);
    }

    private void HandOn(ContentKind kind, FindingList findings)
    {
        if (findings.Count == 0)
            return;
        foreach (var (found, count) in findings.Kinds)
            CollectionsMarshal.GetValueRefOrAddDefault(_found, found, out _) += count;
        options.Early!.Take(kind, findings);
    }

    private sealed record JudgedBatch(ClaimBatch Batch, OutcomeTally Tally, FindingSorter Findings);
}
