using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report for people: every finding with its place, its proof and what to do, then what was checked.</summary>
public static class HumanReport
{
    /// <summary>Writes the report. Every finding is written, however many there are; what a rule says of itself stands with its first one.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="output">Where to; lines end with LF whatever its own setting.</param>
    /// <param name="phi">How much of a patient's data is shown. Default: the least. <see cref="PhiLevel.Show"/> is for files only.</param>
    /// <param name="colour">Whether the reader is a terminal that shows colours.</param>
    /// <exception cref="IOException">The output cannot be written, or a file of the report can no longer be read for quoting it.</exception>
    public static void Write(Report report, TextWriter output, PhiLevel phi = PhiLevel.Mask, bool colour = false)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Write(ShownReport.Of(report, phi), output, colour);
    }

    /// <summary>The report in one line, such as "2 files, 3 claims, 7 service lines: 1 error, 0 warnings, 0 infos".</summary>
    public static string Verdict(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return HumanSummary.Verdict(ShownReport.Of(report));
    }

    internal static void Write(ShownReport report, TextWriter output, bool colour)
    {
        var lines = new ReportLines(output, colour);
        var findings = new HumanFindings(lines);
        var summary = new HumanSummary(report);
        foreach (var finding in report.Findings)
        {
            findings.Write(finding);
            lines.Write();
            summary.Count(finding);
        }

        summary.Write(lines);
    }
}
