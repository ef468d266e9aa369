using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
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
    private readonly ConcurrentBag<Memory> _memories = [];

    public LearningPlan(IEnumerable<RulePlan> plans, Profile fallback)
    {
        _fallback = fallback;
        _entries = [.. plans.SelectMany(plan => plan.AllEntries.Where(entry => entry.Unseen is { AsksForProvider: false }).Select(entry => new OwnEntry(plan.Rule, entry)))];
    }

    public void Learn(PatientCase patient, RunKnowledge run)
    {
        if (!_memories.TryTake(out var memory))
            memory = new Memory(_entries);
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

    private bool IsMet(OwnEntry entry, ValueMemo<ScreenResult>? memo, PatientCase patient, TextNumbers texts, RunKnowledge run)
    {
        foreach (var claim in patient.Claims)
        {
            if (!claim.IsSuperseded && IsMet(entry, memo, claim, texts, run))
                return true;
        }

        return false;
    }

    private bool IsMet(OwnEntry entry, ValueMemo<ScreenResult>? memo, ClaimFacts claim, TextNumbers texts, RunKnowledge run)
    {
        if (memo is null)
            return claim.All.Any(fact => fact.Kind == entry.Plan.Kind && IsMet(entry, fact, run));
        Span<ulong> key = stackalloc ulong[entry.Columns.Length];
        var rows = new RowsOf(entry.Plan.Kind, claim.View);
        for (var place = 0; rows.MoveNext(); place++)
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = entry.Columns[i](rows.Current, texts);
            if (!memo.TryFind(key, out var known))
            {
                known = new ScreenResult(1);
                if (IsMet(entry, claim.AtRow(entry.Plan.Kind, place), run))
                    known.MayBegin(0);
                memo.Add(key, known);
            }

            if (!known.IsSilent)
                return true;
        }

        return false;
    }

    private bool IsMet(OwnEntry entry, Fact fact, RunKnowledge run)
    {
        var frame = new Frame([entry.Plan.Entry.Name], _fallback, run.AsOf);
        frame.Bind(0, fact);
        return entry.Conditions.All(condition => condition(frame).IsTrue);
    }

    /// <summary>An entry with those of its conditions that speak of nothing but its own fact.</summary>
    private sealed class OwnEntry
    {
        public OwnEntry(Rule rule, EntryPlan plan)
        {
            Rule = rule;
            Plan = plan;
            var parts = EntryPlan.PartsOf(plan.Entry)
                .Where(part => part.Tests.SelectMany(test => test.Reads).All(read => read.Name == plan.Entry.Name))
                .ToList();
            var tests = parts.SelectMany(part => part.Tests).ToList();
            Conditions = [.. parts.Select(part => ConditionPlanner.Plan(part, _ => 0))];
            var readers = tests.SelectMany(test => test.Reads).Select(read => read.Field).Distinct().Select(field => Screening.Columns.Of(field, plan.Kind)).ToList();
            IsOfRows = RowsOf.CanGoThrough(plan.Kind)
                && readers.TrueForAll(reader => reader is not null)
                && !tests.Exists(test => test.Matcher.GoesByDate || test.Matcher.Arguments.Any(argument => argument.Parameters.Any()));
            Columns = IsOfRows ? [.. readers.OfType<ColumnReader>()] : [];
        }

        public Rule Rule { get; }

        public EntryPlan Plan { get; }

        public ImmutableArray<ConditionPlan> Conditions { get; }

        /// <summary>Whether the values of a row decide.</summary>
        public bool IsOfRows { get; }

        public ImmutableArray<ColumnReader> Columns { get; }
    }

    private sealed class Memory(ImmutableArray<OwnEntry> entries)
    {
        public ImmutableArray<ValueMemo<ScreenResult>?> Memos { get; } = [.. entries.Select(entry => entry.IsOfRows ? new ValueMemo<ScreenResult>(entry.Columns.Length) : null)];

        public TextNumbers Texts { get; } = new();
    }
}
