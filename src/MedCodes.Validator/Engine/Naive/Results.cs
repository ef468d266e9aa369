using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>Puts together what the rules said of a unit.</summary>
internal static class Results
{
    public static Judgement Combine(IEnumerable<RuleResult> results)
    {
        var all = results.ToList();
        return new Judgement(
            [
                .. all.SelectMany(result => result.Findings)
                    .OrderBy(finding => finding.At.Order)
                    .ThenBy(finding => finding.Finding.Rule.Id, StringComparer.Ordinal),
            ],
            [.. all.SelectMany(result => result.Outcomes).Where(outcome => outcome.Outcome != Outcome.NotApplicable)]);
    }
}
