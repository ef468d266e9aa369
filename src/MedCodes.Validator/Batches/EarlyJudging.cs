using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Batches;

/// <summary>
/// Judges files while they are read: each as a whole at its end, and, where somebody takes what is found, its claims by the rules that one claim
/// is enough for. What is handed on is counted and not kept.
/// </summary>
/// <param name="rules">The rules by phase, with the engines that were made of them.</param>
/// <param name="options">The settings of the validator, with whom to hand findings to.</param>
/// <param name="found">Where findings go that are not handed on.</param>
/// <param name="kept">Keeps the faults that are asked for when all files were read.</param>
internal sealed class EarlyJudging(PhasedEngines rules, ValidatorOptions options, FoundFindings found, FaultRoom kept)
{
    private readonly RunKnowledge _run = new(options.AsOf);
    private readonly FileJudging? _files = rules.OfFiles is null ? null : new FileJudging(rules.OfFiles, rules.OfRun.Rules.Rules, kept);
    private readonly OutcomeTally? _tally = rules.OfClaims is null ? null : new OutcomeTally(rules.OfClaims.Rules);
    private readonly ProfileChoice _profiles = new(rules.OfRun.Rules.Profiles);
    private readonly Dictionary<FindingKind, int> _handedOn = [];
    private readonly ConcurrentDictionary<SourceFile, bool> _pages = [];
    private Fingerprinter? _fingerprinter;

    /// <summary>What was handed on, counted.</summary>
    public IEnumerable<CountedFindings> HandedOn => _handedOn.Select(found => new CountedFindings(found.Key, found.Value));

    /// <summary>How much was found.</summary>
    public long Found { get; private set; }

    // Only pages are told apart by their lines. Workers may ask for it first.
    private Fingerprinter Prints => LazyInitializer.EnsureInitialized(ref _fingerprinter, () => new Fingerprinter(_pages.ContainsKey, options.PathOf));

    /// <summary>The batches of a file as they are read, each judged. It may be called from several threads, for one file each.</summary>
    /// <param name="file">The file, without its claims.</param>
    /// <param name="number">Its number among the files of the run.</param>
    /// <param name="batches">Its batches.</param>
    /// <param name="workers">Who judges them.</param>
    public IEnumerable<JudgedBatch> Judged(LoadedFile file, int number, IEnumerable<ClaimBatch> batches, Workers workers) => rules.OfClaims is { } ofClaims
        ? InOrder.Of(batches.Select<ClaimBatch, Func<JudgedBatch>>(batch => () => Judge(ofClaims, file, number, batch)), workers)
        : batches.Select(batch => new JudgedBatch(batch, null, null));

    /// <summary>The batches of the next file of the run. What was found in each is handed on before the next is given.</summary>
    /// <param name="kind">What the file was taken for.</param>
    /// <param name="batches">Its batches, judged.</param>
    public IEnumerable<ClaimBatch> Through(ContentKind kind, IEnumerable<JudgedBatch> batches)
    {
        var judged = batches.Select(batch => HandOn(kind, batch));
        return _files?.Through(judged) ?? judged;
    }

    /// <summary>Judges a file as a whole when it was read to its end, and hands on what is found.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">Its number among the files of the run.</param>
    /// <returns>The file with what is still asked for.</returns>
    public ReadFile Close(ReadFile file, int number)
    {
        if (_files is null)
            return file.WithFaults(Enum.GetValues<FaultKind>(), kept);
        if (rules.OfClaims is null)
        {
            return _files.Judge(file, number, _run, judged =>
            {
                Found += judged.Findings.Length;
                found.Add(judged);
            });
        }

        if (file.Kind == ContentKind.Text)
            _pages[file.Loaded.File] = true;
        using var findings = new FindingSorter();
        var left = _files.Judge(file, number, _run, judged => Add(findings, number, judged));
        options.Early!.Close(file.Checked, Counted(findings.ToList(Prints.Write)));
        return left;
    }

    /// <summary>What was judged later with how the rules of the phases before ended.</summary>
    /// <param name="judged">What was judged later.</param>
    /// <param name="all">The rules of all phases.</param>
    public RunJudgement With(RunJudgement judged, RuleSet all)
    {
        var tally = new OutcomeTally(all);
        tally.Add(judged.Tally!);
        if (_tally is not null)
            tally.Add(_tally);
        return judged with
        {
            Judgements = [.. _files?.Judgements ?? [], .. judged.Judgements],
            Tally = tally,
            Crashes = _run.Crashes.Concat(judged.Crashes).OrderBy(crash => crash.Rule.Id, StringComparer.Ordinal),
        };
    }

    private static void Add(FindingSorter findings, int number, Judgement judged)
    {
        foreach (var (sequence, found) in judged.Findings.Index())
            findings.Add(FindingKey.Of(number, found.Finding, sequence), found.Finding);
    }

    private ClaimBatch HandOn(ContentKind kind, JudgedBatch judged)
    {
        using (judged)
        {
            if (judged.Findings is { } findings && Counted(findings.ToList(Prints)) is { Count: > 0 } some)
                options.Early!.Take(kind, some);
            if (judged.Tally is { } tally)
                _tally!.Add(tally);
            return judged.Batch;
        }
    }

    private JudgedBatch Judge(EngineOfRules ofClaims, LoadedFile file, int number, ClaimBatch batch)
    {
        var (tally, findings) = (new OutcomeTally(ofClaims.Rules), new FoundInBatch());
        try
        {
            foreach (var claim in RunFacts.ByThemselves(file, number, batch, _profiles))
                Add(findings.Sorter, number, ofClaims.Engine.Judge(claim, _run, tally));
            findings.Print(Prints);
            return new JudgedBatch(batch, tally, findings);
        }
        catch
        {
            findings.Dispose();
            throw;
        }
    }

    private FindingList Counted(FindingList findings)
    {
        foreach (var (kind, count) in findings.Kinds)
            CollectionsMarshal.GetValueRefOrAddDefault(_handedOn, kind, out _) += count;
        Found += findings.Count;
        return findings;
    }
}

/// <summary>A batch with what single claims of it are enough for; nothing of that where nobody takes it while files are read.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Tally">How rules ended.</param>
/// <param name="Findings">What they found.</param>
internal sealed record JudgedBatch(ClaimBatch Batch, OutcomeTally? Tally, FoundInBatch? Findings) : IDisposable
{
    public void Dispose() => Findings?.Dispose();
}
