using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Notes which entries some fact of the run meets. Only those are asked that can depend on it: that set bounds on a date and ask for
/// no provider.
/// </summary>
internal sealed class LearningPlan
{
    private readonly ImmutableArray<OwnEntry> _entries;
    private readonly Profile _fallback;

    public LearningPlan(IEnumerable<RulePlan> plans, Profile fallback)
    {
        _fallback = fallback;
        _entries = [.. plans.SelectMany(plan => plan.AllEntries).Where(entry => entry.Unseen is { AsksForProvider: false }).Select(entry => new OwnEntry(entry))];
    }

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        foreach (var entry in _entries)
        {
            if (!run.Holds(entry.Plan.Entry) && IsMet(entry, patient, run))
                run.Hold(entry.Plan.Entry);
        }
    }

    private bool IsMet(OwnEntry entry, PatientCase patient, RunKnowledge run)
    {
        var frame = new Frame([entry.Plan.Entry.Name], _fallback, run.AsOf);
        foreach (var claim in patient.Claims.Where(claim => !claim.IsSuperseded).Concat(patient.History))
        {
            foreach (var fact in claim.All)
            {
                if (fact.Kind != entry.Plan.Kind)
                    continue;
                frame.Bind(0, fact);
                var isMet = entry.Conditions.All(condition => condition(frame).IsTrue);
                frame.ReleaseTo(0);
                if (isMet)
                    return true;
            }
        }

        return false;
    }

    /// <summary>An entry with those of its conditions that speak of nothing but its own fact.</summary>
    private sealed class OwnEntry(EntryPlan plan)
    {
        public EntryPlan Plan => plan;

        public ImmutableArray<ConditionPlan> Conditions { get; } =
        [
            .. EntryPlan.PartsOf(plan.Entry)
                .Where(part => part.Tests.SelectMany(test => test.Reads).All(read => read.Name == plan.Entry.Name))
                .Select(part => ConditionPlanner.Plan(part, _ => 0)),
        ];
    }
}
