using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// The built-in engine: each rule planned once, rows decided by what rows with the same values led to, facts made only for rules that
/// fail or need more than a row, joins by key. It gives what the definition gives.
/// </summary>
internal sealed class PlannedEngine : IRuleEngine
{
    private static readonly Judgement Silent = new([], []);

    private readonly RuleSet _rules;
    private readonly MemoRoom _room;
    private readonly Profile _fallback;
    private readonly PatientPlans _patients;
    private readonly Dispatcher _ofFiles;
    private readonly FaultPlan _faults;
    private readonly Dispatcher _ofDocuments;
    private readonly Dispatcher _ofBatches;
    private readonly Dispatcher _ofLibraries;
    private readonly LearningPlan _learning;
    private readonly FilePlan _file;
    private readonly BatchPlan _batch;
    private readonly TableFacts _found;
    private readonly ConcurrentBag<PatientJudging> _workers = [];

    /// <summary>Makes an engine.</summary>
    /// <param name="rules">Its rules.</param>
    /// <param name="shortcuts">The shortcuts that it takes; null for all.</param>
    /// <param name="room">How much its workers remember; null for as much as usual.</param>
    public PlannedEngine(RuleSet rules, Shortcuts? shortcuts = null, MemoRoom? room = null)
    {
        shortcuts ??= Shortcuts.All;
        _room = room ?? MemoRoom.Usual;
        _found = new TableFacts(_room);
        _rules = rules;
        _fallback = rules.DefaultProfile;
        var plans = rules.Rules.Select((rule, place) => new RulePlan(rule, place, shortcuts, _found)).ToList();
        _patients = PatientPlans.Of(plans, rules, _fallback, shortcuts);
        _ofFiles = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.File));
        _faults = new FaultPlan(plans.Where(plan => plan.Rule.Scope == Scope.File));
        _ofDocuments = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.Document && rules.IsOnForPages(plan.Rule)));
        _ofBatches = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.Batch));
        _ofLibraries = new Dispatcher(plans.Where(plan => plan.Rule.Scope == Scope.Library && rules.IsOnForPages(plan.Rule)));
        _learning = new LearningPlan(plans, _fallback);
        _file = new FilePlan(plans.Where(plan => plan.Rule.Scope == Scope.File));
        _batch = new BatchPlan(plans.Where(plan => plan.Rule.Scope == Scope.Batch), _fallback);
        KindsOfFiles = plans.Where(plan => plan.Rule.Scope == Scope.File)
            .SelectMany(plan => plan.AllEntries)
            .Select(entry => entry.Kind)
            .ToHashSet();
    }

    public string Name => "built-in";

    public IReadOnlySet<FactKind> KindsOfFiles { get; }

    public bool MayBindTogether(ClaimFacts claim, RunKnowledge run) => _batch.MayBind(claim, run);

    public bool MayBindInFile(ClaimFacts claim, RunKnowledge run) => _file.MayBind(claim, run);

    public void Learn(ClaimFacts claim, RunKnowledge run)
    {
        _learning.Learn(claim, run);
        _file.Learn(claim, run);
    }

    public void Forget()
    {
        _workers.Clear();
        _found.Clear();
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run)
    {
        var outcomes = new ListedOutcomes();
        var worker = TakeWorker();
        var findings = worker.Judge(patient, run, outcomes);
        _workers.Add(worker);
        return new Judgement(InOrder(findings ?? []), [.. outcomes.All]);
    }

    public Judgement Judge(PatientCase patient, RunKnowledge run, OutcomeTally tally)
    {
        var worker = TakeWorker();
        var findings = worker.Judge(patient, run, tally);
        _workers.Add(worker);
        return findings is null ? Silent : new Judgement(InOrder(findings), []);
    }

    public IEnumerable<Judgement> Judge(FileCase file, RunKnowledge run) => _faults.TakesInTurn(file)
        ? _faults.Judge(file, KindsOfFiles, (dispatcher, facts) => Judge(dispatcher, facts, run))
        : [Judge(file.Facts(KindsOfFiles), run)];

    public Judgement Judge(ImmutableArray<Fact> facts, RunKnowledge run) =>
        Judge(facts[0].Kind == FileKinds.File ? _ofFiles : _ofDocuments, facts, run);

    public Judgement JudgeTogether(Scope scope, ImmutableArray<Fact> facts, RunKnowledge run) =>
        Judge(scope == Scope.Batch ? _ofBatches : _ofLibraries, facts, run);

    private Judgement Judge(Dispatcher dispatcher, ImmutableArray<Fact> facts, RunKnowledge run)
    {
        var unit = new UnitFacts(facts);
        var findings = new List<JudgedFinding>();
        var outcomes = ImmutableArray.CreateBuilder<RuleOutcome>();
        foreach (var (plan, firsts) in dispatcher.Of(unit))
        {
            var judging = new RuleJudging(plan, unit, _rules, run, _fallback);
            outcomes.AddRange(judging.Judge(firsts).Outcomes);
            findings.AddRange(judging.Write());
        }

        return new Judgement(InOrder(findings), outcomes.ToImmutable());
    }

    // Plans are shared; what is remembered between claims belongs to one worker at a time.
    private PatientJudging TakeWorker() => _workers.TryTake(out var worker)
        ? worker
        : new PatientJudging(_patients, new ScreenState(_patients.Screen, _patients.Planner, _room), _rules, _fallback);

    private static ImmutableArray<JudgedFinding> InOrder(List<JudgedFinding> findings) =>
        [.. findings.OrderBy(finding => finding.At.Order).ThenBy(finding => finding.Finding.Rule.Id, StringComparer.Ordinal)];
}
