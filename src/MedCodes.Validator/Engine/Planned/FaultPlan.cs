using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Tells the rules about files that look at each fault by itself from the others, and has many faults judged some at a time, so that what they
/// lead to need not be in memory at once.
/// </summary>
internal sealed class FaultPlan
{
    private const int AtATime = 1 << 10;

    private readonly Dispatcher _ofFaults;
    private readonly Dispatcher _ofOthers;
    private readonly bool _areAlone;

    public FaultPlan(IEnumerable<RulePlan> plans)
    {
        var byFaults = plans.ToLookup(plan => plan.AllEntries.Any(entry => entry.Kind == FileKinds.Fault));
        _ofFaults = new Dispatcher(byFaults[true]);
        _ofOthers = new Dispatcher(byFaults[false]);
        _areAlone = byFaults[true].All(LooksAtEach);
    }

    /// <summary>Whether a file has so many faults that they are better judged in turn, and may be.</summary>
    public bool TakesInTurn(FileCase file) => _areAlone && file.Own.FaultCount > AtATime;

    /// <summary>Judges a file. How rules about faults end comes last.</summary>
    /// <param name="file">The file.</param>
    /// <param name="kinds">The kinds that rules about files ask for.</param>
    /// <param name="judge">Judges some rules on some facts.</param>
    public IEnumerable<Judgement> Judge(FileCase file, IReadOnlySet<FactKind> kinds, Func<Dispatcher, ImmutableArray<Fact>, Judgement> judge)
    {
        yield return judge(_ofOthers, file.FactsWithoutFaults(kinds));
        var ends = new Dictionary<Rule, RuleOutcome>();
        foreach (var faults in file.Own.FaultsInTurn(AtATime))
        {
            var judged = judge(_ofFaults, [file.Own.File, .. faults]);
            foreach (var outcome in judged.Outcomes)
            {
                if (!ends.TryGetValue(outcome.Rule, out var before) || OutcomeOrder.Rank(outcome.Outcome) < OutcomeOrder.Rank(before.Outcome))
                    ends[outcome.Rule] = outcome;
            }

            yield return judged with { Outcomes = [] };
        }

        yield return new Judgement([], [.. ends.Values]);
    }

    // For the file, and for each fault by what it is: no other fault changes what is said of it, and it is what is reported.
    private static bool LooksAtEach(RulePlan plan) =>
        plan.Rule.Logic is { Demand: Demand.Forbid, Optional.IsEmpty: true, OncePer.IsEmpty: true }
        && !plan.TriesProfiles
        && plan.Match is [{ Rows: null, Total: null } file] && file.Kind == FileKinds.File
        && plan.Groups.All(group => group is [{ Rows: null, Total: null } fault] && fault.Kind == FileKinds.Fault && plan.Report[0] == fault.Slot);
}
