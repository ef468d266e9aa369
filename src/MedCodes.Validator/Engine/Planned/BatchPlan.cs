using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Tells which claims the rules about all claims together can bind anything of, so that of the others nothing needs to be kept.</summary>
internal sealed class BatchPlan(IEnumerable<RulePlan> plans, Profile fallback)
{
    private readonly ImmutableArray<OwnEntry> _entries =
    [
        .. plans.SelectMany(plan => plan.AllEntries.Where(entry => entry.Rows is null).Select(entry => new OwnEntry(plan.Rule, entry, fallback, mayBeUnknown: true))),
    ];

    private readonly ConcurrentBag<OwnEntryMemory> _memories = [];

    /// <summary>Whether some rule may bind something of a claim.</summary>
    public bool MayBind(ClaimFacts claim, RunKnowledge run)
    {
        if (!_memories.TryTake(out var memory))
            memory = new OwnEntryMemory(_entries);
        var mayBind = false;
        for (var i = 0; i < _entries.Length && !mayBind; i++)
        {
            try
            {
                mayBind = _entries[i].IsMet(claim, memory.Memos[i], memory.Texts, run);
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                // Judging the rule will say so.
                mayBind = true;
            }
        }

        _memories.Add(memory);
        return mayBind;
    }
}
