using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>The lines of some findings.</summary>
/// <param name="Lines">Their bytes, which are given back by whoever takes them.</param>
/// <param name="Rules">The rules, each with the place of its first line.</param>
internal sealed record NdjsonBlock(PooledBytes Lines, IReadOnlyList<(RuleDescription Rule, int At)> Rules)
{
    private const int UsualLength = 1 << 17;

    public static NdjsonBlock Of(IEnumerable<ShownFinding> findings)
    {
        var bytes = new PooledBytes(UsualLength);
        var json = new JsonText(bytes, indented: false);
        var writer = new JsonFindings(json, asRecords: true);
        var rules = new List<(RuleDescription Rule, int At)>();
        foreach (var finding in findings)
        {
            if (!rules.Exists(rule => rule.Rule.Id == finding.Rule.Id))
                rules.Add((finding.Rule, bytes.Count));
            writer.Write(finding);
            json.EndLine();
        }

        return new NdjsonBlock(bytes, rules);
    }
}
