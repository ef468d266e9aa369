using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What may stand where everybody reads it: findings on pages one by one, findings on claims as counts per file and rule.</summary>
internal static class PublicFindings
{
    public static IEnumerable<PublicFinding> Of(ShownReport report, ReportSettings settings)
    {
        var claims = new Dictionary<(string File, string Rule), PublicFinding>();
        foreach (var finding in report.Findings)
        {
            var file = settings.Relative(finding.Place.File);
            if (finding.Place.IsPage)
            {
                yield return new PublicFinding(finding.Rule, finding.Severity, finding.Message, file, finding.Place.Region.Value, finding.Fingerprint, 1)
                {
                    Edits = finding.Edits,
                };
                continue;
            }

            var key = (file, finding.Rule.Id);
            claims[key] = claims.TryGetValue(key, out var counted)
                ? counted with { Count = counted.Count + 1, Severity = (Severity)Math.Max((int)counted.Severity, (int)finding.Severity) }
                : new PublicFinding(finding.Rule, finding.Severity, "", file, null, finding.Fingerprint, 1);
        }

        foreach (var (_, counted) in claims)
            yield return counted with { Message = $"{Words.Count(counted.Count, "finding")} of {counted.Rule.Name} in the claims of this file." };
    }

    /// <summary>The first ones of each severity, the highest first.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="most">How many of a severity are taken.</param>
    /// <param name="left">Is told of each one that is left out.</param>
    public static IReadOnlyList<PublicFinding> MostSevere(IEnumerable<PublicFinding> findings, Func<Severity, int> most, Action<PublicFinding> left)
    {
        var taken = Enum.GetValues<Severity>().ToDictionary(severity => severity, _ => new List<PublicFinding>());
        foreach (var finding in findings)
        {
            if (taken[finding.Severity].Count < most(finding.Severity))
                taken[finding.Severity].Add(finding);
            else
                left(finding);
        }

        return [.. taken.OrderByDescending(severity => severity.Key).SelectMany(severity => severity.Value)];
    }
}

/// <summary>A finding on a page, or the number of findings of a rule in a claim file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">The severity, the highest where several are counted.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="File">The path as platforms expect it.</param>
/// <param name="Region">Where in a page; null for claims.</param>
/// <param name="Fingerprint">The fingerprint, of the first where several are counted.</param>
/// <param name="Count">How many findings it stands for.</param>
internal sealed record PublicFinding(
    RuleDescription Rule, Severity Severity, string Message, string File, Region? Region, string Fingerprint, int Count)
{
    public System.Collections.Immutable.ImmutableArray<ShownEdit> Edits { get; init; } = [];
}
