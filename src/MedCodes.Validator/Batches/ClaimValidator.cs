using System.Collections.Immutable;
using System.Diagnostics;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Checks claim files and procedure pages against a library of rules. Immutable and safe to use from several threads.</summary>
public sealed class ClaimValidator
{
    private const int ManyClaims = 50_000;

    // Of the memory of a run what the workers of an engine remember of rows and tables may take so much; seldom is more than one engine at work.
    private const int ShareOfMemos = 4;

    private readonly RuleSet _rules;
    private readonly ValidatorOptions _options;
    private readonly Lazy<IRuleEngine> _engine;
    private readonly Lazy<PhasedEngines> _phases;

    /// <summary>Makes a validator.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClaimValidator(RuleSet rules, ValidatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(options);
        _rules = rules;
        _options = options;
        _engine = new Lazy<IRuleEngine>(() => MakeEngine(rules));
        _phases = new Lazy<PhasedEngines>(() => PhasedEngines.Of(rules, options.Early is not null, MakeEngine));
    }

    /// <summary>Reads and judges files. Claims and pages are told apart by content; what is wrong with a file is a finding.</summary>
    /// <param name="files">The files.</param>
    /// <param name="history">Earlier claims of the same patients; null where none are known, and rules that look back then say so.</param>
    /// <exception cref="IOException">A file can no longer be read.</exception>
    public Report Check(IEnumerable<SourceFile> files, ClaimHistory? history = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var pages = new PageReader(_rules.Library.Interpreter.Vocabulary.Schemas);
        var reading = _options.Timings?.Stage("reading");
        var given = files.ToList();
        var memory = new ClaimMemory(_options.Memory);
        using var faults = new FaultRoom();
        var workers = new Workers(_options.Jobs);
        var past = history is null ? null : new LoadedHistory(ReadFile.ClaimsOf(history.File, null, memory, faults, workers, _options.Timings).Loaded, history.From);
        var phases = _phases.Value;
        using var found = new FoundFindings(_rules.PageProfile);
        var early = new EarlyJudging(phases, _options, found, faults);
        if (phases.OfClaims is not null)
            _options.Early!.Begin(ReportBuilder.Describe(_rules, phases.OfRun.Engine.Name, _options.AsOf));
        var (read, passedOver) = Read(given, memory, early, workers, EachByItself.Of(given, _options.Jobs, file => ReadFile.PagesOf(file, pages, _options.Format)));
        reading?.Dispose();
        Forget(phases.OfClaims, read);
        var alone = _options.Timings is { } timings ? new RulesAlone(_rules, timings) : null;
        var examples = new Lazy<ExampleRunner>(() => new ExampleRunner(_engine.Value, _rules, _options.AsOf));
        var judging = _options.Timings?.Stage(RunTimings.Judging);
        var judged = RunJudgement.Of(
            Watched(phases.OfRun.Engine, alone, read.Length, early.Found),
            phases.OfRun.Rules,
            [.. read.Select(file => file.Loaded)],
            _options.AsOf,
            memory.HasRoom ? past : past?.WithoutClaims(),
            runExamples: page => page.Examples.IsEmpty ? page : examples.Value.Run(page),
            countsOutcomes: true,
            found: found,
            jobs: _options.Jobs,
            parts: memory.Parts,
            spills: memory.Spills);
        judging?.Dispose();
        Forget(phases.OfRun, read);
        alone?.Finish();
        using var writing = _options.Timings?.Stage("findings");
        return ReportBuilder.Build(_rules, phases.OfRun.Engine.Name, _options, read, early.With(judged, _rules), found) with
        {
            Early = [.. early.HandedOn],
            PassedOver = passedOver,
        };
    }

    /// <summary>Explains why a rule says nothing of a claim; where it does, the outcome is <see cref="Outcome.Fail"/>.</summary>
    /// <param name="file">The file that holds the claim, and all other claims that count.</param>
    /// <param name="rule">The rule's id or name; it is about claims or patients.</param>
    /// <param name="claim">The claim's number in the file, from 1, as findings give it.</param>
    /// <returns>The explanation; null where the file has no such claim.</returns>
    /// <exception cref="ArgumentException">There is no such rule, or it is about files or pages.</exception>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public Silence? WhyNot(SourceFile file, string rule, int claim)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rule);
        var wanted = _rules.Find(rule) ?? throw new ArgumentException($"There is no rule '{rule}'.", nameof(rule));
        if (wanted.Scope is not (Scope.Claim or Scope.Patient))
            throw new ArgumentException($"{wanted.Id} is no rule about claims or patients.", nameof(rule));
        var run = new RunKnowledge(_options.AsOf);
        var memory = new ClaimMemory(_options.Memory);
        using var faults = new FaultRoom();
        var read = ReadFile.PagesOf(file, new PageReader(_rules.Library.Interpreter.Vocabulary.Schemas), _options.Format)
            ?? ReadFile.ClaimsOf(file, _options.Format, memory, faults, new Workers(_options.Jobs), _options.Timings);
        var facts = RunFacts.Of([(memory.HasRoom ? read : read.WithoutClaims()).Loaded], new ProfileChoice(_rules.Profiles));
        if (read.Loaded.Survey.PartOf(claim, memory.Parts) is not { } part)
            return null;
        foreach (var one in facts.Batches().SelectMany(facts.FactsOf))
            _engine.Value.Learn(one, run);
        foreach (var patient in facts.PatientsOf(part, memory.Parts))
        {
            if (patient.Claims.FirstOrDefault(one => one.View.Ordinal == claim) is { } found)
                return SilenceSearch.Explain(_engine.Value, _rules, wanted, patient, found, run);
        }

        return null;
    }

    // Pages are read several at a time and each by itself; claims one file after the other, each by several threads, or several small ones at a time.
    private (ImmutableArray<ReadFile> Read, ImmutableArray<string> PassedOver) Read(List<SourceFile> files, ClaimMemory memory, EarlyJudging early, Workers workers, ReadFile?[] pages)
    {
        var (read, passedOver) = (ImmutableArray.CreateBuilder<ReadFile>(files.Count), ImmutableArray.CreateBuilder<string>());
        var taken = files.Select((file, place) => pages[place] is not { HoldsNothing: true } || !_options.PassOver(file)).ToList();
        var numbered = taken.Index().Where(file => file.Item).Select((file, number) => (Place: file.Index, Number: number));
        using var claims = new FilesAhead(early, _options.Format, workers)
            .Of(numbered.Where(file => pages[file.Place] is null).Select(file => (files[file.Place], file.Number)))
            .GetEnumerator();
        foreach (var (place, file) in files.Index())
        {
            if (!taken[place])
                passedOver.Add(file.Path);
            else
                read.Add(pages[place] is { } page ? early.Close(page, read.Count) : NextOf(claims, memory, early, read.Count));
            _options.Progress?.Report(new CheckProgress(place + 1, 0, 0));
        }

        return (memory.HasRoom ? read.DrainToImmutable() : [.. read.Select(file => file.WithoutClaims())], passedOver.DrainToImmutable());
    }

    private ReadFile NextOf(IEnumerator<FileAhead> claims, ClaimMemory memory, EarlyJudging early, int number)
    {
        if (!claims.MoveNext())
            throw new UnreachableException("There are fewer claim files than were counted.");
        using var next = claims.Current;

        // What is wrong with the file is asked for when it is closed; what is asked for later is kept elsewhere.
        using var faults = new FaultRoom();
        return early.Close(ReadFile.ClaimsOf(next.Opened, early.Through(next.Opened.Kind, next.Judged), memory, faults, _options.Timings), number);
    }

    // What was remembered of a large run would stand beside what comes next; of a small one it is little, and serves the next run.
    private static void Forget(EngineOfRules? rules, ImmutableArray<ReadFile> read)
    {
        if (rules is null || read.Sum(file => file.Loaded.Survey.Claims) < ManyClaims)
            return;
        rules.Engine.Forget();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
    }

    private IRuleEngine Watched(IRuleEngine engine, RulesAlone? alone, int files, long found) =>
        _options.Progress is null && alone is null ? engine : new WatchedEngine(engine, _options.Progress, alone, files, found);

    private IRuleEngine MakeEngine(RuleSet rules)
    {
        // Rules that rest on what others found are judged stratum by stratum, which only the definition does.
        var isPlannable = !rules.Rules.Any(rule => rule.Logic.ReadsFindings);
        return _options.MakeEngine is { } make ? make(rules)
            : _options.Engine == EngineChoice.BuiltIn && isPlannable ? new PlannedEngine(rules, room: MemoRoom.Within(_options.Memory / ShareOfMemos, _options.Jobs))
            : new NaiveEngine(rules);
    }
}
