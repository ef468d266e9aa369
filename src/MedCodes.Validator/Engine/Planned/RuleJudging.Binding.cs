using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Binds names to facts, entry by entry.</summary>
internal sealed partial class RuleJudging
{
    // False where what follows can change nothing any more.
    private bool Bind(ImmutableArray<EntryPlan> entries, int next, Verdict verdict, Stage stage)
    {
        if (next == entries.Length)
            return Complete(verdict, stage);
        var entry = entries[next];
        if (entry.Total is { } total)
        {
            // The members of a total have met its conditions already.
            var before = _frame.Count;
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            var goesOn = Bind(entries, next + 1, verdict, stage);
            _frame.ReleaseTo(before);
            return goesOn;
        }

        if (entry.Rows is not null)
        {
            foreach (var row in unit.RowsOf(entry, _frame, rules.Tables, run.AsOf))
            {
                if (!Take(entries, next, row, verdict, stage))
                    return false;
            }

            return true;
        }

        if (_isFollower && stage == Stage.Forbid)
            _any |= FollowerFinds(_frame[plan.Match[0].Slot]!);
        else if (!BindEach(entries, next, verdict, stage))
            return false;
        return entry.Unseen?.FactOf(_frame, unit.Days, run) is not { } unseen || Take(entries, next, unseen, verdict, stage);
    }

    private bool BindEach(ImmutableArray<EntryPlan> entries, int next, Verdict verdict, Stage stage)
    {
        var entry = entries[next];
        var candidates = unit.Of(entry, _frame, new ReachContext(rules.Tables, fallback, run.AsOf));
        var classes = unit.ClassesOf(entry, candidates.Count);
        for (var i = 0; i < candidates.Count; i++)
        {
            var fact = candidates[i];
            if (_frame.Holds(fact) || classes?.TryFind(candidates.PlaceOf(i), out _) == true)
                continue;
            var before = _completed;
            if (!Take(entries, next, fact, verdict, stage, candidates.IsWithin(i)))
                return false;
            if (_completed == before)
                classes?.Add(candidates.PlaceOf(i), Verdict.False);
        }

        return true;
    }

    private bool Take(ImmutableArray<EntryPlan> entries, int next, Fact fact, Verdict verdict, Stage stage, bool isWithin = false)
    {
        var before = _frame.Count;
        var own = entries[next].TryBind(_frame, fact, isWithin);
        if (own.IsFalse)
            return true;
        var both = verdict & own;
        var goesOn = (stage == Stage.Match && IsSettled(both)) || Bind(entries, next + 1, both, stage);
        _frame.ReleaseTo(before);
        return goesOn;
    }

    private void BindFirst(EntryPlan entry)
    {
        if (entry.Total is { } total)
        {
            // Naming a total in a message binds it as it is.
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            return;
        }

        if (entry.Rows is not null)
        {
            foreach (var row in unit.RowsOf(entry, _frame, rules.Tables, run.AsOf))
            {
                if (IsFirst(row))
                    return;
            }

            return;
        }

        var candidates = unit.Of(entry, _frame, new ReachContext(rules.Tables, fallback, run.AsOf));
        for (var i = 0; i < candidates.Count; i++)
        {
            if (!_frame.Holds(candidates[i]) && IsFirst(candidates[i]))
                return;
        }

        bool IsFirst(Fact fact)
        {
            var before = _frame.Count;
            if (entry.TryBind(_frame, fact).IsTrue)
                return true;
            _frame.ReleaseTo(before);
            return false;
        }
    }
}
