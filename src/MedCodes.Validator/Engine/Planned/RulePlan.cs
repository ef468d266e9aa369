using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>A rule worked out once: names as slots, conditions as closures, and what selects its first fact.</summary>
internal sealed class RulePlan
{
    private readonly bool _isProfessional;
    private readonly bool _isInstitutional;

    // Only where there are many facts is it asked for, and most runs have few.
    private readonly Lazy<AlikeOfRule> _alike;

    /// <summary>Plans a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">Its place in the set.</param>
    /// <param name="shortcuts">Which shortcuts to take.</param>
    /// <param name="found">The rows of tables that the engine found.</param>
    public RulePlan(Rule rule, int place, Shortcuts shortcuts, TableFacts found)
    {
        Rule = rule;
        Place = place;
        var logic = rule.Logic;
        Names = [.. logic.AllEntries.Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];
        _alike = new Lazy<AlikeOfRule>(() => new AlikeOfRule(this));
        Match = PlanOf(logic.Match, shortcuts, found);
        Groups = [.. logic.Demand.AllGroups.Select(group => PlanOf(group, shortcuts, found))];
        Optional = [.. logic.Optional.Select(entry => new EntryPlan(entry, rule.Scope, Names, shortcuts, [], new Lazy<ImmutableArray<Field>>(() => default), AlikeOf(entry), found))];
        Check = logic.Demand is Demand.Check check ? ConditionPlanner.Plan(check.Condition, SlotOf) : null;
        Unless = logic.Unless is { } unless ? ConditionPlanner.Plan(unless, SlotOf) : null;
        Report = [.. logic.Report.Select(SlotOf)];
        Denies = logic.Denies is { } denied ? SlotOf(denied) : -1;
        Selection = shortcuts.Selection ? Selection.Of(logic.Match[0]) : null;
        ReadsDenied = logic.Tests.Any(test => test.Field == LineKinds.Denied);
        IsReportedWhereItBegins = Match[0] is { Rows: null, Total: null } first && first.Kind.IsWithin(ClaimKinds.Claim)
            && (rule.Scope == Scope.Claim || Report is [var only] && only == first.Slot);
        TriesProfiles = !IsReportedWhereItBegins && logic.ReadsPolicy;
        _isProfessional = rule.Description.AppliesTo.Contains("professional");
        _isInstitutional = rule.Description.AppliesTo.Contains("institutional");
    }

    public Rule Rule { get; }

    public int Place { get; }

    /// <summary>The names of the slots.</summary>
    public ImmutableArray<string> Names { get; }

    public ImmutableArray<EntryPlan> Match { get; }

    /// <summary>The groups of <c>require</c> or <c>forbid</c>.</summary>
    public ImmutableArray<ImmutableArray<EntryPlan>> Groups { get; }

    public ImmutableArray<EntryPlan> Optional { get; }

    /// <summary>The condition of <c>check</c>; null for the other demands.</summary>
    public ConditionPlan? Check { get; }

    public ConditionPlan? Unless { get; }

    /// <summary>The slots that may be reported.</summary>
    public ImmutableArray<int> Report { get; }

    /// <summary>The slot whose lines are denied; -1 for none.</summary>
    public int Denies { get; }

    /// <summary>The values that one of which the first fact must have; null where nothing written selects it.</summary>
    public Selection? Selection { get; }

    /// <summary>Whether it reads what other rules deny.</summary>
    public bool ReadsDenied { get; }

    /// <summary>Whether what is reported stands in the claim of the first fact, so that its profile counts from the beginning.</summary>
    public bool IsReportedWhereItBegins { get; }

    /// <summary>Whether the profile that counts is known only when all is bound, and each must be tried.</summary>
    public bool TriesProfiles { get; }

    /// <summary>The facts that can stand for each other in it.</summary>
    public AlikeOfRule Alike => _alike.Value;

    /// <summary>Every entry.</summary>
    public IEnumerable<EntryPlan> AllEntries => Match.Concat(Groups.SelectMany(group => group)).Concat(Optional);

    /// <summary>Whether bindings that begin with a fact may be reported.</summary>
    public bool AppliesTo(Fact fact) => !IsReportedWhereItBegins || fact.Within(ClaimKinds.Claim)?.Content is not ClaimContent claim
        || Takes(claim.View, claim.Profile);

    /// <summary>Whether bindings that begin in a claim may be reported.</summary>
    public bool AppliesTo(ClaimFacts claim) => !IsReportedWhereItBegins || Takes(claim.View, claim.Profile);

    /// <summary>Whether the rule may be reported at a fact that a binding ended with.</summary>
    public bool MayReport(Fact at) => IsReportedWhereItBegins || RuleAudience.Takes(Rule.Description, at);

    /// <summary>Whether the rule may be reported at a claim that a binding ended with.</summary>
    public bool MayReport(ClaimFacts claim) => IsReportedWhereItBegins || Takes(claim.View, claim.Profile);

    private bool Takes(Claim claim, Profile profile) =>
        (claim.Setting == ClaimSetting.Institutional ? _isInstitutional : _isProfessional) && !profile.IsOff(Rule.Description);

    // From the last on, because each looks at those behind it.
    private ImmutableArray<EntryPlan> PlanOf(ImmutableArray<Entry> entries, Shortcuts shortcuts, TableFacts found)
    {
        var planned = new Stack<EntryPlan>();
        foreach (var entry in entries.Reverse())
        {
            var behind = planned.ToArray();
            planned.Push(new EntryPlan(entry, Rule.Scope, Names, shortcuts, behind, new Lazy<ImmutableArray<Field>>(() => TellingOf(entry, behind)), AlikeOf(entry), found));
        }

        return [.. planned];
    }

    // Which facts are left for the entries behind it, and what comes after it in the file, goes by the fact itself; the members of a total
    // are no facts of the binding.
    private ImmutableArray<Field> TellingOf(Entry entry, IEnumerable<EntryPlan> behind)
    {
        var logic = Rule.Logic;
        var reads = entry.Total is null ? logic.AllEntries.SelectMany(one => one.Reads).Concat(logic.Tests.SelectMany(test => test.Reads)) : entry.Reads;
        var own = reads.Where(read => read.Name == entry.Name).Select(read => read.Field).Distinct().ToList();
        return entry is not { Access: null, After: null }
            || (entry.Total is null && behind.Any(one => one.Rows is null))
            || logic.AllEntries.Any(one => one.After == entry.Name)
            || logic.Tests.Any(test => test.Name == entry.Name && test.Matcher.GoesByDate)
            || own.Contains(LineKinds.Denied)
            ? default
            : [.. own];
    }

    private Lazy<Alike?> AlikeOf(Entry entry) => new(() => Alike.Of(entry));

    private int SlotOf(string name) => Names.IndexOf(name);
}
