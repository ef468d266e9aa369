using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Notes which entries some fact of the run meets. Only those are asked that can depend on it: that set bounds on a date and ask for
/// no provider.
/// </summary>
internal sealed class LearningPlan
{
    private readonly ImmutableArray<OwnEntries> _ofRows;
    private readonly ImmutableArray<OwnEntry> _ofFacts;
    private readonly ConcurrentBag<Memory> _memories = [];

    public LearningPlan(IEnumerable<RulePlan> plans, Profile fallback)
    {
        var entries = plans.SelectMany(plan => plan.AllEntries.Where(entry => entry.Unseen is { AsksForProvider: false }).Select(entry => new OwnEntry(plan.Rule, entry, fallback, mayBeUnknown: false)))
            .ToLookup(entry => !entry.Fields.IsDefault);
        _ofRows = OwnEntries.Of(entries[true]);
        _ofFacts = [.. entries[false]];
    }

    public void Learn(ClaimFacts claim, RunKnowledge run)
    {
        if (claim.IsSuperseded)
            return;
        if (!_memories.TryTake(out var memory))
            memory = new Memory(_ofRows);
        memory.Begin(run, _ofRows);
        for (var i = 0; i < _ofRows.Length; i++)
        {
            if (memory.Open[i] == 0)
                continue;
            var met = _ofRows[i].MetIn(claim, memory.Open[i], memory.Memos[i], memory.Texts, run);
            memory.Open[i] &= ~met;
            for (; met != 0; met &= met - 1)
                run.Hold(_ofRows[i][BitOperations.TrailingZeroCount(met)].Plan.Entry);
        }

        foreach (var entry in _ofFacts)
            LearnOfFacts(entry, claim, memory.Texts, run);
        _memories.Add(memory);
    }

    private static void LearnOfFacts(OwnEntry entry, ClaimFacts claim, TextNumbers texts, RunKnowledge run)
    {
        try
        {
            if (!run.Holds(entry.Plan.Entry) && entry.IsMet(claim, null, texts, run))
                run.Hold(entry.Plan.Entry);
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(entry.Rule, crash);
        }
    }

    /// <summary>What one worker remembers.</summary>
    private sealed class Memory(ImmutableArray<OwnEntries> entries)
    {
        // It outlives runs, and what they know is large.
        private readonly WeakReference<RunKnowledge?> _run = new(null);

        public ImmutableArray<ValueMemo<ulong>> Memos { get; } = [.. entries.Select(some => some.NewMemo())];

        public TextNumbers Texts { get; } = new();

        /// <summary>The entries of which this worker has seen nothing yet in the run.</summary>
        public ulong[] Open { get; } = new ulong[entries.Length];

        public void Begin(RunKnowledge run, ImmutableArray<OwnEntries> entries)
        {
            if (_run.TryGetTarget(out var known) && ReferenceEquals(known, run))
                return;
            _run.SetTarget(run);
            for (var i = 0; i < Open.Length; i++)
                Open[i] = entries[i].All;
        }
    }
}
