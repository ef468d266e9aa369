using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What was checked and what was found, counted.</summary>
internal sealed record ReportTotals(int Files, int Claims, int Lines, int Documents, int Unrecognized, int Errors, int Warnings, int Infos)
{
    public static ReportTotals Of(Report report) =>
        Of(report.Files, report.Count(Severity.Error), report.Count(Severity.Warning), report.Count(Severity.Info));

    public static ReportTotals Of(IReadOnlyCollection<CheckedFile> files, int errors, int warnings, int infos) => new(
        files.Count,
        files.Sum(file => file.Claims),
        files.Sum(file => file.Lines),
        files.Where(file => file.Kind == ContentKind.Text).Sum(file => Math.Max(file.Pages, 1)),
        files.Count(file => file.Kind is ContentKind.Unrecognized),
        errors,
        warnings,
        infos);
}
