using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes the workflow commands that GitHub shows as annotations, no more of them than it shows.</summary>
internal static class GitHubReport
{
    // GitHub drops what is above ten of a kind a step, and says nothing; the last notice says it here.
    private const int MostErrors = 10;
    private const int MostWarnings = 10;
    private const int MostNotices = 9;

    public static string? Write(ShownReport report, Stream output, ReportSettings settings)
    {
        static int Most(Severity severity) => severity switch
        {
            Severity.Error => MostErrors,
            Severity.Warning => MostWarnings,
            _ => MostNotices,
        };
        var more = 0;
        ReportFormats.Text(output, writer =>
        {
            foreach (var finding in PublicFindings.MostSevere(PublicFindings.Of(report, settings), Most, finding => more += finding.Count))
                writer.Write(Command(finding) + "\n");
            if (more > 0)
                writer.Write(FormattableString.Invariant($"::notice title=medcodes::{Words.Count(more, "more finding")}; see the job summary\n"));
        });
        return more == 0 ? null : FormattableString.Invariant($"github shows no more annotations in a step; {Words.Count(more, "finding")} left out of them");
    }

    private static string Command(PublicFinding finding)
    {
        var kind = finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var properties = new List<string> { "file=" + Property(finding.File) };
        var at = finding.File;
        if (finding.Region is { } region)
        {
            properties.Add("line=" + Text(region.StartLine));
            properties.Add("endLine=" + Text(region.EndLine));
            at += FormattableString.Invariant($":{region.StartLine}:{region.StartColumn}");

            // Columns of a place that spans lines are taken for columns of its first line.
            if (region.StartLine == region.EndLine)
            {
                properties.Add("col=" + Text(region.StartColumn));
                properties.Add("endColumn=" + Text(region.EndColumn));
            }
        }

        properties.Add("title=" + Property($"{finding.Rule.Id} {finding.Rule.Name}"));
        return $"::{kind} {string.Join(',', properties)}::{Data(Printable.Of($"{at}: {finding.Rule.Id} {finding.Message}"))}";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
