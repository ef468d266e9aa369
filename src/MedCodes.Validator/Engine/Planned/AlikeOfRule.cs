using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Which facts can stand for each other in the bindings of a rule: those of a kind that agree in all that the rule reads of the kind,
/// under whatever name. Where two change places, each binding ends as before.
/// </summary>
internal sealed class AlikeOfRule
{
    private static readonly Field ClaimOfFact = ClaimKinds.Claim.Find("claim")!;

    private readonly Dictionary<FactKind, Alike> _ofKinds = [];
    private readonly RulePlan _plan;
    private readonly RuleLogic _logic;
    private readonly bool _hasOrder;
    private readonly bool _isOfClaims;

    public AlikeOfRule(RulePlan plan)
    {
        (_plan, _logic) = (plan, plan.Rule.Logic);
        _hasOrder = _logic.AllEntries.Any(entry => entry.After is not null);
        _isOfClaims = plan.Rule.Scope is Scope.Claim or Scope.Patient or Scope.Batch;
        First = _isOfClaims && _plan.Match[0] is { Rows: null, Total: null } ? OfKind(_plan.Match[0].Kind) : null;
        var first = _plan.Match[0].Slot;
        IsReportedFirst = First is not null && _plan.Report is [var only] && only == first;
        EndsAlike = IsReportedFirst && _plan.IsReportedWhereItBegins && !_hasOrder;
        EndsAlikeInAll = EndsAlike && _plan.AllEntries.All(entry => entry.Slot == first || entry.Rows is not null || entry.Total is not null || entry.Kind != _plan.Match[0].Kind || Of(entry.Entry) is not null);
        FollowersFindNothingNew = First is not null && IsPairInOrder();
        ProfilesOfFirst = [.. _logic.AllEntries.Where(entry => IsProfileOfClaim(entry) && entry.SameAs.Any(same => same.Other == _plan.Names[first])).Select(entry => entry.Name)];
        FewAreEnough = First is not null && !_plan.Report.Contains(first) && _plan.Denies != first
            && _plan.Report.All(slot => _plan.Optional.All(entry => entry.Slot != slot))
            && (!_hasOrder || (_logic.Demand is Demand.Forbid && _logic.AllEntries.All(entry => entry.After is null || entry.After == _logic.Match[0].Name)));
    }

    /// <summary>What tells the facts apart that bindings begin with; null where no facts are.</summary>
    public Alike? First { get; }

    /// <summary>Whether what bindings begin with is all that is reported.</summary>
    public bool IsReportedFirst { get; }

    /// <summary>Whether the rule ends alike for all facts of a class that bindings begin with.</summary>
    public bool EndsAlike { get; }

    /// <summary>
    /// Whether failures are alike too, of all facts of a class but the first few: the other names are bound to the first few only, so that
    /// the same facts are found in the same order.
    /// </summary>
    public bool EndsAlikeInAll { get; }

    /// <summary>
    /// Whether bindings are pairs of which the later fact is reported, so that whatever is found behind a fact was found behind the first
    /// fact of its class, and reported there.
    /// </summary>
    public bool FollowersFindNothingNew { get; }

    /// <summary>Whether facts of a class need not all be judged.</summary>
    public bool IsOfUse => EndsAlike || FewAreEnough || FollowersFindNothingNew;

    /// <summary>The names that stand for the profile of the claim that the first fact is in.</summary>
    public ImmutableArray<string> ProfilesOfFirst { get; }

    /// <summary>Whether a few of a class are enough to begin with, because others are reported.</summary>
    public bool FewAreEnough { get; }

    /// <summary>See <see cref="EntryPlan.Alike"/>.</summary>
    public Alike? Of(Entry entry)
    {
        var slot = _plan.Names.IndexOf(entry.Name);
        return !_isOfClaims || entry.Access is not null || entry.Total is not null || _hasOrder
            || _plan.Report.Contains(slot) || _plan.Denies == slot || entry.Name == _logic.Subject
            ? null
            : OfKind(entry.Kind);
    }

    private Alike OfKind(FactKind kind)
    {
        if (_ofKinds.TryGetValue(kind, out var known))
            return known;
        var names = _logic.AllEntries.Where(entry => entry.Access is null && (entry.Total?.Of ?? entry.Kind) == kind).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var fields = _logic.AllEntries.SelectMany(entry => entry.Reads.Where(read => read.Name == entry.Name || !IsProfileOfClaim(entry)))
            .Concat(_logic.Tests.SelectMany(test => test.Reads))
            .Where(read => names.Contains(read.Name) && kind.IsWithin(read.Field.Kind))
            .Select(read => read.Field)
            .Concat(_logic.AllEntries.Where(entry => entry.Total?.Of == kind).SelectMany(entry => new[] { entry.Total!.Sum, entry.Total.Distinct }).OfType<Field>())
            .Concat(names.Contains(_logic.Subject) ? _logic.OncePer : []);
        var goesByDate = _logic.Tests.Any(test => names.Contains(test.Name) && test.Matcher.GoesByDate);
        if (goesByDate)
            fields = fields.Append(kind.DateThatCounts).OfType<Field>();
        var byPolicy = _logic.ReadsPolicy || _logic.AllEntries.Any(entry => entry.Kind == ClaimKinds.Profile);
        return _ofKinds[kind] = new Alike([.. fields.Distinct()], byPolicy, _plan.Names.Length);
    }

    private bool IsPairInOrder()
    {
        var first = _plan.Match[0].Slot;
        return _logic.Demand is Demand.Forbid && _plan is { Match.Length: 1, Groups: [var group] } && _plan.Denies != first
            && group.Where(entry => entry.Rows is null).ToList() is [{ Total: null } other] && other.Entry.After == _plan.Names[first]
            && _plan.Report is [var reported, var last] && reported == other.Slot && last == first;
    }

    // The parameters of a profile go by the claim's day, which counts anyway.
    private static bool IsProfileOfClaim(Entry entry) =>
        entry.Kind == ClaimKinds.Profile && entry.SameAs.All(same => same.Own == ClaimOfFact && same.Others == ClaimOfFact);
}
