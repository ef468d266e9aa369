using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Finds what came nearest to what a rule requires.</summary>
internal sealed partial class RuleJudging
{
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
            Fact? nearest = null;
            var least = (Failed: int.MaxValue, First: (string?)null);
            foreach (var fact in Known(sought))
            {
                var distance = sought.Distance(_frame, fact);
                if (distance.Failed < least.Failed)
                    (nearest, least) = (fact, distance);
            }

            yield return new NearMiss(sought.Entry, nearest, least.First);
        }

        _frame.ReleaseTo(0);
    }

    private IEnumerable<Fact> Known(EntryPlan sought)
    {
        if (sought.Total is not null || !NearMiss.IsTold(plan.Rule, sought.Entry))
            return [];
        if (sought.Rows is { } rows)
            return rows.Find(_frame, rules.Tables[sought.Entry.Access!.Table], run.AsOf).Where(row => row.WhyUnknown is null);
        return unit[sought.Kind].Where(fact => !_frame.Holds(fact));
    }
}
