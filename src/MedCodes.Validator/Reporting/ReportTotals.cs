using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What was checked and what was found, counted.</summary>
internal sealed record ReportTotals(int Files, int Claims, int Lines, int Documents, int Unrecognized, int Errors, int Warnings, int Infos)
{
    public static ReportTotals Of(Report report) => new(
        report.Files.Length,
        report.Files.Sum(file => file.Claims),
        report.Files.Sum(file => file.Lines),
        report.Files.Count(file => file.Kind == ContentKind.Text),
        report.Files.Count(file => file.Kind is ContentKind.Unrecognized),
        report.Count(Severity.Error),
        report.Count(Severity.Warning),
        report.Count(Severity.Info));
}
