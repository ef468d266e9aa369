using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Findings counted by rule.</summary>
internal sealed class RuleCounts
{
    private readonly SortedDictionary<string, RuleCount> _rules = new(StringComparer.Ordinal);

    /// <summary>One entry a rule, by id.</summary>
    public IReadOnlyCollection<RuleCount> All => _rules.Values;

    /// <summary>The counts of a report.</summary>
    public static RuleCounts Of(IEnumerable<ShownFinding> findings)
    {
        var counts = new RuleCounts();
        foreach (var finding in findings)
            counts.Count(finding);
        return counts;
    }

    public void Count(ShownFinding finding)
    {
        var before = _rules.GetValueOrDefault(finding.Rule.Id, new RuleCount(finding.Rule, finding.Severity, 0, 0));
        _rules[finding.Rule.Id] = before with
        {
            Severity = (Severity)Math.Max((int)before.Severity, (int)finding.Severity),
            Findings = before.Findings + 1,
            Charge = before.Charge + (finding.ChargeAtRisk ?? 0),
        };
    }
}

/// <summary>The findings of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">The highest severity among them.</param>
/// <param name="Findings">Their number.</param>
/// <param name="Charge">The charge that they put at risk.</param>
internal sealed record RuleCount(RuleDescription Rule, Severity Severity, int Findings, decimal Charge);
