using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes GitHub-flavoured Markdown for the summary of a job.</summary>
internal static class SummaryReport
{
    private const int MostFindings = 50;

    // GitHub shows nothing of a summary above 1 MiB; other steps need room too.
    private const int MostBytes = 900 * 1024;

    public static string? Write(ShownReport report, Stream output, ReportSettings settings)
    {
        var text = new StringBuilder();
        var verdict = report.Totals.Errors > 0 ? "❌" : report.Totals.Warnings > 0 ? "⚠️" : "✅";
        text.Append(CultureInfo.InvariantCulture, $"## {verdict} medcodes: {HumanSummary.Found(report.Totals)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Checked {HumanSummary.Checked(report)}, as of {report.Run.AsOf:yyyy-MM-dd}{HumanSummary.SetAside(report.SetAside)}.\n");
        var rules = RuleCounts.Of(report.Findings).All.OrderByDescending(rule => rule.Severity).ThenByDescending(rule => rule.Findings).ToList();
        if (rules.Count > 0)
        {
            text.Append("\n| severity | rule | what it finds | findings | charge at risk |\n|---|---|---|---:|---:|\n");
            foreach (var rule in rules)
            {
                var charge = rule.Charge == 0 ? "" : rule.Charge.ToString("#,0.00", CultureInfo.InvariantCulture);
                text.Append(CultureInfo.InvariantCulture, $"| {Words.Of(rule.Severity)} | {rule.Rule.Id} {rule.Rule.Name} | {Escaped(rule.Rule.Summary)} | {rule.Findings:#,0} | {charge} |\n");
            }
        }

        AppendFindings(text, report, settings);
        text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>What was judged</summary>\n\n{Judged(report)}\n</details>\n");
        return Finish(text, output);
    }

    private static void AppendFindings(StringBuilder text, ShownReport report, ReportSettings settings)
    {
        var more = 0;
        var pages = PublicFindings.MostSevere(
            PublicFindings.Of(report, settings).Where(finding => finding.Region is not null), _ => MostFindings, _ => more++);
        if (pages.Count == 0)
            return;
        var count = pages.Count + more;
        text.Append(CultureInfo.InvariantCulture, $"\n<details><summary>{Words.Count(count, "finding")} on pages</summary>\n\n");
        foreach (var finding in pages.Take(MostFindings))
            text.Append(CultureInfo.InvariantCulture, $"- **{Words.Of(finding.Severity)} {finding.Rule.Id}** {Escaped(finding.File)}:{finding.Region!.Value.StartLine}:{finding.Region!.Value.StartColumn}: {Escaped(finding.Message)}\n");
        if (count > MostFindings)
            text.Append(CultureInfo.InvariantCulture, $"\nThe first {MostFindings} of {count:#,0}.\n");
        text.Append("\n</details>\n");
    }

    private static string Judged(ShownReport report)
    {
        var lines = new List<string> { $"- {HumanSummary.Judged(report.Ledger)}" };
        lines.AddRange(report.Ledger.NotEvaluated.GroupBy(cause => cause.Reason, StringComparer.Ordinal)
            .Select(cause => FormattableString.Invariant($"- not evaluated: {Escaped(cause.Key)}: {cause.Sum(one => one.Count):#,0}")));
        return string.Join('\n', lines) + "\n";
    }

    private static string? Finish(StringBuilder text, Stream output)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (bytes.Length <= MostBytes)
        {
            output.Write(bytes);
            return null;
        }

        // Cut behind a whole line, so that neither a character nor a table row is torn.
        output.Write(bytes.AsSpan(0, bytes.AsSpan(0, MostBytes).LastIndexOf((byte)'\n') + 1));
        output.Write("\nThis summary is truncated; a job summary holds no more.\n"u8);
        return "the summary is truncated; a job summary holds no more";
    }

    /// <summary>Text that Markdown, HTML and mentions leave alone.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Printable.Prose(text))
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                '|' or '`' or '*' or '_' or '[' or ']' or '\\' or '#' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
