using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>
/// Orders the rules: one that reads findings comes behind every rule whose findings it reads, one that reads what is denied not
/// before any rule that denies.
/// </summary>
internal sealed class StrataOf
{
    private readonly ImmutableArray<Rule> _all;
    private readonly ImmutableArray<Rule> _rules;
    private readonly Scope _unit;
    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<Rule, ImmutableArray<(Rule Rule, Entry Entry)>> _findingsOf;
    private readonly ImmutableArray<Rule> _deniers;

    private StrataOf(ImmutableArray<Rule> all, Scope unit, Diagnostics diagnostics)
    {
        _all = all;
        _rules = [.. all.Where(rule => UnitOf(rule.Scope) == unit)];
        _unit = unit;
        _diagnostics = diagnostics;
        _findingsOf = _rules.ToDictionary(rule => rule, rule => ReadBy(rule).ToImmutableArray());
        _deniers = [.. _rules.Where(rule => rule.Logic.Denies is not null)];
    }

    /// <summary>The units that rules are judged in together: those about claims with those about their patient, all others by themselves.</summary>
    public static ImmutableArray<Scope> Units { get; } = [Scope.Patient, Scope.File, Scope.Batch, Scope.Document, Scope.Library];

    /// <summary>The rules of a unit in groups, each judged when those before it are done; where rules wait for each other, with diagnostics.</summary>
    /// <param name="all">The rules of all units.</param>
    /// <param name="unit">One of <see cref="Units"/>.</param>
    /// <param name="diagnostics">Where faults go.</param>
    public static ImmutableArray<ImmutableArray<Rule>> Order(ImmutableArray<Rule> all, Scope unit, Diagnostics diagnostics) =>
        new StrataOf(all, unit, diagnostics).Order();

    private static Scope UnitOf(Scope scope) => scope == Scope.Claim ? Scope.Patient : scope;

    private ImmutableArray<ImmutableArray<Rule>> Order()
    {
        var levels = _rules.ToDictionary(rule => rule, _ => 0);
        var raised = true;
        for (var round = 0; raised && round <= _rules.Length; round++)
        {
            raised = false;
            foreach (var rule in _rules)
            {
                var level = _findingsOf[rule].Select(read => levels[read.Rule] + 1)
                    .Concat(rule.Logic.ReadsDenied ? _deniers.Select(denier => levels[denier]) : [])
                    .Append(levels[rule])
                    .Max();
                raised |= level > levels[rule];
                levels[rule] = level;
            }
        }

        // Levels that never settle rise along a circle.
        if (raised)
            ReportCircles();
        return [.. levels.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(group => group.Key).Select(group => group.ToImmutableArray())];
    }

    private void ReportCircles()
    {
        foreach (var rule in _rules)
        {
            foreach (var (read, entry) in _findingsOf[rule].Where(read => WaitsFor(read.Rule, rule, [])))
            {
                _diagnostics.Add(entry.Written, read == rule
                    ? "the rule waits for its own findings"
                    : $"the rule waits for findings of {read.Id}, which waits for this one");
            }
        }
    }

    private bool WaitsFor(Rule from, Rule to, HashSet<Rule> seen) =>
        from == to
        || (seen.Add(from)
            && _findingsOf[from].Select(read => read.Rule).Concat(from.Logic.ReadsDenied ? _deniers : []).Any(next => WaitsFor(next, to, seen)));

    /// <summary>The rules whose findings a rule reads, each with the entry that reads them.</summary>
    private IEnumerable<(Rule Rule, Entry Entry)> ReadBy(Rule rule)
    {
        foreach (var entry in rule.Logic.AllEntries.Where(entry => FindingKinds.IsFinding(entry.Total?.Of ?? entry.Kind)))
        {
            var tests = entry.Where switch
            {
                Condition.Is only => [only],
                Condition.All all => all.Parts.OfType<Condition.Is>().ToList(),
                _ => [],
            };
            if (tests.Find(test => FindingKinds.IsRule(test.Field) || FindingKinds.IsCategory(test.Field)) is not { } naming
                || naming.Matcher is not (EqualTo or OneOf)
                || naming.Matcher.Arguments.Any(argument => argument is not Expression.Literal))
            {
                _diagnostics.Add(entry.Written, "a finding is matched by its rule or its category, as in 'rule: MC4101': otherwise the rule would wait for itself");
                continue;
            }

            foreach (var named in naming.Matcher.Arguments.Cast<Expression.Literal>().Select(literal => ((Value.Text)literal.Value).Written))
            {
                foreach (var read in Named(naming, named))
                    yield return (read, entry);
            }
        }
    }

    private List<Rule> Named(Condition.Is naming, string name)
    {
        var isRule = FindingKinds.IsRule(naming.Field);
        var found = _rules.Where(rule => NameOf(rule) == name).ToList();
        if (found.Count > 0)
            return found;
        var known = isRule ? _all.Select(rule => rule.Id) : RuleChoices.Categories;
        if (_all.FirstOrDefault(rule => NameOf(rule) == name) is { } elsewhere)
            _diagnostics.Add(naming.Written, $"{elsewhere.Id} is judged on {Words(elsewhere.Scope)} and this rule on {Words(_unit)}: a rule reads findings of rules that are judged with it");
        else
            _diagnostics.Add(naming.Written, $"no rule {(isRule ? "has the id" : "is of the category")} '{name}'", Spelling.Nearest(name, known.Where(other => other != name)));
        return found;

        string NameOf(Rule rule) => isRule ? rule.Id : rule.Description.Category;
    }

    private static string Words(Scope scope) => UnitOf(scope) switch
    {
        Scope.Patient => "claims and patients",
        Scope.File => "files",
        Scope.Batch => "all claims together",
        Scope.Document => "pages",
        _ => "all pages together",
    };
}
