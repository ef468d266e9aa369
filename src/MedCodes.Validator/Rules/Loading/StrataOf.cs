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
    private readonly ImmutableArray<Rule> _rules;
    private readonly Diagnostics _diagnostics;
    private readonly Dictionary<Rule, ImmutableArray<(Rule Rule, Entry Entry)>> _findingsOf;
    private readonly ImmutableArray<Rule> _deniers;

    private StrataOf(ImmutableArray<Rule> rules, Diagnostics diagnostics)
    {
        _rules = rules;
        _diagnostics = diagnostics;
        _findingsOf = rules.ToDictionary(rule => rule, rule => ReadBy(rule).ToImmutableArray());
        _deniers = [.. rules.Where(rule => rule.Logic.Denies is not null)];
    }

    /// <summary>The rules in groups, each judged when those before it are done; where rules wait for each other, with diagnostics.</summary>
    public static ImmutableArray<ImmutableArray<Rule>> Order(ImmutableArray<Rule> rules, Diagnostics diagnostics) =>
        new StrataOf(rules, diagnostics).Order();

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
        foreach (var entry in rule.Logic.AllEntries.Where(entry => (entry.Total?.Of ?? entry.Kind) == FindingKinds.Finding))
        {
            var tests = entry.Where switch
            {
                Condition.Is only => [only],
                Condition.All all => all.Parts.OfType<Condition.Is>().ToList(),
                _ => [],
            };
            if (tests.Find(test => test.Field == FindingKinds.Rule || test.Field == FindingKinds.Category) is not { } naming
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
        var isRule = naming.Field == FindingKinds.Rule;
        var found = _rules.Where(rule => (isRule ? rule.Id : rule.Description.Category) == name).ToList();
        if (found.Count == 0)
        {
            var known = isRule ? _rules.Select(rule => rule.Id) : HeadLoader.Categories;
            _diagnostics.Add(
                naming.Written, $"no rule about claims {(isRule ? "has the id" : "is of the category")} '{name}'", Spelling.Nearest(name, known.Where(other => other != name)));
        }

        return found;
    }
}
