using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Which facts of a page rules over all pages may bind: nothing else is kept of it. An entry takes no fact that its own conditions
/// exclude, and none without a partner on the page where it asks for one on the same page.
/// </summary>
internal sealed class LibraryNeeds
{
    private readonly ImmutableArray<ImmutableArray<Need>> _rules;
    private readonly FrozenSet<FactKind> _kinds;
    private readonly Profile _fallback;
    private readonly DateOnly _asOf;

    /// <param name="rules">The rules.</param>
    /// <param name="asOf">The day that stands for today.</param>
    public LibraryNeeds(RuleSet rules, DateOnly asOf)
    {
        _rules = [.. rules.Rules.Where(rule => rule.Scope == Scope.Library).Select(NeedsOf)];
        _kinds = _rules.SelectMany(needs => needs).Select(need => need.Kind).ToFrozenSet();
        (_fallback, _asOf) = (rules.DefaultProfile, asOf);
    }

    /// <summary>Those of a page's facts that are needed, the page itself first.</summary>
    public ImmutableArray<Fact> Of(ImmutableArray<Fact> page)
    {
        var kept = new HashSet<Fact>(ReferenceEqualityComparer.Instance) { page[0] };
        var byKind = page.Where(fact => _kinds.Contains(fact.Kind)).ToLookup(fact => fact.Kind);
        var frame = new Frame([""], _fallback, _asOf);
        foreach (var needs in _rules)
        {
            var found = new List<Fact>[needs.Length];
            for (var i = 0; i < needs.Length; i++)
            {
                found[i] = needs[i].OnPage.Any(join => found[join.Other].Count == 0) ? [] : [.. byKind[needs[i].Kind].Where(fact => MayTake(needs[i], fact, found, frame))];
                kept.UnionWith(found[i]);
            }
        }

        foreach (var fact in kept)
            fact.Forget();
        return [.. page.Where(kept.Contains)];
    }

    private static bool MayTake(Need need, Fact fact, List<Fact>[] found, Frame frame)
    {
        frame.ReleaseTo(0);
        frame.Bind(0, fact);
        try
        {
            if (need.Own.Any(condition => condition(frame).IsFalse))
                return false;
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging the rule will say so.
            return true;
        }

        foreach (var join in need.OnPage)
        {
            if (!found[join.Other].Exists(other => join.Fields.All(same => !Comparison.Equal(fact[same.Own], other[same.Others]).IsFalse)))
                return false;
        }

        return true;
    }

    private static ImmutableArray<Need> NeedsOf(Rule rule)
    {
        var entries = rule.Logic.AllEntries.Where(entry => entry.Access is null).ToList();
        var required = rule.Logic.Demand is Demand.Require demand ? demand.AllGroups.SelectMany(group => group).ToHashSet() : [];
        return [.. entries.Select(entry => new Need(
            entry.Total?.Of ?? entry.Kind,
            // What comes nearest to something required is told, whatever it is.
            required.Contains(entry) ? [] : [.. EntryPlan.PartsOf(entry).Where(part => part.IsFixedBy(entry.Name)).Select(part => ConditionPlanner.Plan(part, _ => 0))],
            required.Contains(entry) ? [] : [.. entry.SameAs.GroupBy(same => same.Other, StringComparer.Ordinal)
                .Select(same => new Join(OnlyOne(entries, same.Key), [.. same]))
                .Where(join => join.Other >= 0 && IsOnPage(entries[join.Other]) && join.Fields.Any(same => same.Own.Kind == DocumentKinds.Document && same.Own == same.Others && same.Own.Type.Scalar == ScalarType.Fact))]))];
    }

    // In groups beside each other one name may stand for different facts; then none of them excludes anything.
    private static int OnlyOne(List<Entry> entries, string name) =>
        entries.Count(entry => entry.Name == name) == 1 ? entries.FindIndex(entry => entry.Name == name) : -1;

    private static bool IsOnPage(Entry entry) => entry.Total is null && !DocumentKinds.OfLibrary.Contains(entry.Kind);

    /// <summary>What an entry asks for that a page alone tells.</summary>
    private readonly record struct Need(FactKind Kind, ImmutableArray<ConditionPlan> Own, ImmutableArray<Join> OnPage);

    /// <summary>What an entry must have in common with another one that stands on the same page.</summary>
    private readonly record struct Join(int Other, ImmutableArray<Equality> Fields);
}
