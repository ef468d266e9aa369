using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>What can only be said of a rule as a whole.</summary>
internal static class LogicChecks
{
    public static void Check(RuleLogic logic, Diagnostics diagnostics)
    {
        foreach (var entry in logic.AllEntries.Where(entry => entry != logic.Match[0] && !entry.RefersTo.Any()))
            diagnostics.Add(entry.Written, $"'{entry.Name}' is connected to nothing: every pair of facts would be tried");
        foreach (var group in logic.Demand is Demand.Require require ? require.Groups : [])
        {
            if (group.All(entry => entry.Total is not null))
                diagnostics.Add(group[0].Written, $"'{group[0].Name}' is a total, which is always there: match it, and say in check what must hold of it");
        }

        CheckDenied(logic, diagnostics);
        Contradictions.Check(logic, diagnostics);
    }

    // More denials may only ever add findings: so what is denied may be asked for in match, and what is not in require.
    private static void CheckDenied(RuleLogic logic, Diagnostics diagnostics)
    {
        var allowed = new HashSet<Condition.Is>(ReferenceEqualityComparer.Instance);
        allowed.UnionWith(TopLevel(logic.Match).Where(test => test.Words is "denied true" or "denied yes"));
        if (logic.Demand is Demand.Require require)
            allowed.UnionWith(require.Groups.SelectMany(group => TopLevel(group)).Where(test => test.Words is "denied false" or "denied no"));
        const string Allowed = "denied is asked for as 'denied: true' in match or 'denied: false' inside require, nowhere else";
        foreach (var test in logic.Tests.Where(test => test.Reads.Any(read => read.Field == LineKinds.Denied) && !allowed.Contains(test)))
            diagnostics.Add(test.Written, Allowed);
        foreach (var entry in logic.AllEntries.Where(entry => entry.SameAs.Any(same => same.Own == LineKinds.Denied || same.Others == LineKinds.Denied)))
            diagnostics.Add(entry.Written, Allowed);
    }

    private static IEnumerable<Condition.Is> TopLevel(IEnumerable<Entry> entries) => entries
        .Where(entry => entry.Total is null)
        .SelectMany(entry => entry.Where switch
        {
            Condition.Is test => [test],
            Condition.All all => all.Parts.OfType<Condition.Is>(),
            _ => [],
        });
}
