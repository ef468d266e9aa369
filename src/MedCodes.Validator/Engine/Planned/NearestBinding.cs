using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds what came nearest to a finding of a rule on a claim: the binding that got farthest, and the condition it failed on.</summary>
internal sealed class NearestBinding(RulePlan plan, UnitFacts unit, Fact claim, RuleSet rules, RunKnowledge run, Profile fallback)
{
    // A patient with thousands of lines has millions of pairs; among so many the nearest one of the first is near enough.
    private const int MostTries = 200_000;

    private readonly Frame _frame = new(plan.Names, fallback, run.AsOf);
    private int _tries;
    private (int Depth, int Failed) _best = (-1, int.MaxValue);

    /// <summary>The names with their facts in the nearest binding.</summary>
    public ImmutableArray<(string Name, Fact Fact)> Bound { get; private set; } = [];

    /// <summary>What the binding lacks; null where every entry is bound.</summary>
    public NearMiss? Missed { get; private set; }

    /// <summary>Looks through the bindings that begin in the claim.</summary>
    public NearestBinding Find()
    {
        ImmutableArray<ImmutableArray<EntryPlan>> groups = plan.Groups.IsEmpty ? [[]] : plan.Groups;
        foreach (var group in groups)
            Explore([.. plan.Match, .. group], 0);
        return this;
    }

    // True where a binding is whole, so that none can come nearer.
    private bool Explore(ImmutableArray<EntryPlan> entries, int depth)
    {
        if (depth == entries.Length)
        {
            Keep(depth, 0, null);
            return true;
        }

        var entry = entries[depth];
        var before = _frame.Count;
        if (entry.Total is { } total)
        {
            _frame.Bind(entry.Slot, total.Of(_frame, unit, run));
            var isWhole = Explore(entries, depth + 1);
            _frame.ReleaseTo(before);
            return isWhole;
        }

        var any = false;
        foreach (var fact in Candidates(entry, depth))
        {
            any = true;
            if (_tries++ > MostTries)
                break;
            if (entry.TryBind(_frame, fact).IsFalse)
            {
                var (failed, first) = entry.Distance(_frame, fact);
                Keep(depth, failed, new NearMiss(entry.Entry, fact, first));
                continue;
            }

            var isWhole = Explore(entries, depth + 1);
            _frame.ReleaseTo(before);
            if (isWhole)
                return true;
        }

        if (!any)
            Keep(depth, int.MaxValue - 1, new NearMiss(entry.Entry, null, null));
        return false;
    }

    private IEnumerable<Fact> Candidates(EntryPlan entry, int depth)
    {
        if (entry.Rows is { } rows)
            return rows.Find(_frame, rules.Tables[entry.Entry.Access!.Table], run.AsOf);
        return unit[entry.Kind].Where(fact => !_frame.Holds(fact) && (depth > 0 || fact.Within(ClaimKinds.Claim) is not { } own || own == claim));
    }

    private void Keep(int depth, int failed, NearMiss? missed)
    {
        if (depth < _best.Depth || (depth == _best.Depth && failed >= _best.Failed))
            return;
        _best = (depth, failed);
        Bound = _frame.Snapshot();
        Missed = missed;
    }
}
