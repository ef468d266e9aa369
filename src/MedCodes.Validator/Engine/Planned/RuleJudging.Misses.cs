using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds what came nearest to what a rule requires.</summary>
internal sealed partial class RuleJudging
{
    // For what entries read of what is bound: the nearest facts, as many as may have to be left out because they are bound themselves.
    private readonly Dictionary<BoundKey, List<Near>> _nearest = [];

    /// <summary>For each group of <c>require</c> what came nearest to its first entry that is no row.</summary>
    private IEnumerable<NearMiss> NearMisses(Fact at, ImmutableArray<(string Name, Fact Fact)> bound)
    {
        if (plan.Rule.Logic.Demand is not Demand.Require)
            yield break;
        _frame.ReleaseTo(0);
        if (plan.TriesProfiles)
            _frame.Hold(at.Within(ClaimKinds.Claim)?.Content as ClaimContent);
        foreach (var (name, fact) in bound)
            _frame.Bind(plan.Names.IndexOf(name), fact);
        foreach (var group in plan.Groups)
        {
            var sought = group.FirstOrDefault(entry => entry.Rows is null) ?? group[0];
            // Of an entry that stands alone, a fact that fails nothing would have met the demand.
            var nearest = NearestTo(sought, group.Length == 1 ? 1 : 0);
            yield return new NearMiss(sought.Entry, nearest?.Fact, nearest?.First);
        }

        _frame.ReleaseTo(0);
    }

    private Near? NearestTo(EntryPlan sought, int least)
    {
        if (sought.Total is not null || !NearMiss.IsTold(plan.Rule, sought.Entry))
            return null;
        if (sought.Rows is { } rows)
            return Nearest(sought, rows.Find(_frame, rules.Tables[sought.Entry.Access!.Table], run.AsOf).Where(row => row.WhyUnknown is null), 1, least: 0).FirstOrDefault();
        if (unit.DifferentOf(sought, plan.Names.Length) is not { } different)
            return Nearest(sought, unit[sought.Kind].Where(fact => !_frame.Holds(fact)), 1, least).FirstOrDefault();
        var key = sought.BoundValues.Of(_frame);
        if (!_nearest.TryGetValue(key, out var known))
            _nearest[key] = known = Nearest(sought, different, plan.Names.Length, least);
        return known.Find(near => !_frame.Holds(near.Fact));
    }

    // The first of those that fail least conditions; of equal ones the first in canonical order. None can fail fewer than the least.
    private List<Near> Nearest(EntryPlan sought, IEnumerable<Fact> facts, int most, int least)
    {
        var nearest = new List<Near>(most + 1);
        foreach (var fact in facts)
        {
            var (failed, first) = sought.Distance(_frame, fact);
            if (nearest.Count == most && failed >= nearest[^1].Failed)
                continue;
            var place = nearest.FindIndex(near => near.Failed > failed);
            nearest.Insert(place < 0 ? nearest.Count : place, new Near(fact, failed, first));
            if (nearest.Count > most)
                nearest.RemoveAt(most);
            if (nearest.Count == most && nearest[^1].Failed <= least)
                break;
        }

        return nearest;
    }

    private sealed record Near(Fact Fact, int Failed, string? First);
}
