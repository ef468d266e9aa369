using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Notes which entries some fact of the run meets. Only those are asked that can depend on it: that set bounds on a date and ask for
/// no provider.
/// </summary>
internal sealed class LearningPlan
{
    private readonly ImmutableArray<OwnEntry> _entries;
    private readonly ConcurrentBag<OwnEntryMemory> _memories = [];

    public LearningPlan(IEnumerable<RulePlan> plans, Profile fallback)
    {
        _entries = [.. plans.SelectMany(plan => plan.AllEntries.Where(entry => entry.Unseen is { AsksForProvider: false }).Select(entry => new OwnEntry(plan.Rule, entry, fallback, mayBeUnknown: false)))];
    }

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        if (!_memories.TryTake(out var memory))
            memory = new OwnEntryMemory(_entries);
        for (var i = 0; i < _entries.Length; i++)
        {
            try
            {
                if (!run.Holds(_entries[i].Plan.Entry) && IsMet(_entries[i], memory.Memos[i], patient, memory.Texts, run))
                    run.Hold(_entries[i].Plan.Entry);
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                run.Crashed(_entries[i].Rule, crash);
            }
        }

        _memories.Add(memory);
    }

    private static bool IsMet(OwnEntry entry, ValueMemo<bool>? memo, PatientCase patient, TextNumbers texts, RunKnowledge run)
    {
        foreach (var claim in patient.Claims)
        {
            if (!claim.IsSuperseded && entry.IsMet(claim, memo, texts, run))
                return true;
        }

        return false;
    }
}
