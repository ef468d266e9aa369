using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;
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

    public void Learn(ClaimFacts claim, RunKnowledge run)
    {
        if (claim.IsSuperseded)
            return;
        if (!_memories.TryTake(out var memory))
            memory = new OwnEntryMemory(_entries);
        for (var i = 0; i < _entries.Length; i++)
        {
            try
            {
                if (!run.Holds(_entries[i].Plan.Entry) && _entries[i].IsMet(claim, memory.Memos[i], memory.Texts, run))
                    run.Hold(_entries[i].Plan.Entry);
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                run.Crashed(_entries[i].Rule, crash);
            }
        }

        _memories.Add(memory);
    }
}
