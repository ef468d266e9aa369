using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>The last lines of the human report: how much was found, how much was checked, and what could not be judged.</summary>
internal static class HumanSummary
{
    public static void Write(Report report, ReportLines lines)
    {
        var totals = ReportTotals.Of(report);
        lines.Write(lines.Bold(Found(totals)));
        WriteRules(report, lines);
        lines.Write($"checked: {Checked(report, totals)}; as of {report.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        lines.Write(Judged(report.Ledger));
        foreach (var cause in report.Ledger.NotEvaluated.GroupBy(cause => cause.Reason, StringComparer.Ordinal))
            lines.Write($"  not evaluated: {Printable.Of(cause.Key)}: {Times(cause.Sum(one => one.Count))} ({string.Join(", ", cause.Select(one => one.Rule))})");
        lines.Write($"tables: {Listed(report.Run.Tables.Select(Described))}");
        lines.Write($"profiles: {Listed(report.Run.Profiles.Select(profile => $"{profile.Name} for {Words.Count(profile.Claims, "claim")}"))}");
    }

    public static string Verdict(Report report)
    {
        var totals = ReportTotals.Of(report);
        return $"{Checked(report, totals)}: {Found(totals)}";
    }

    private static string Found(ReportTotals totals) => totals.Errors + totals.Warnings + totals.Infos == 0
        ? "no findings"
        : $"{Words.Count(totals.Errors, "error")}, {Words.Count(totals.Warnings, "warning")}, {Words.Count(totals.Infos, "info")}";

    private static void WriteRules(Report report, ReportLines lines)
    {
        var rules = report.Findings
            .GroupBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Id: group.Key, group.First().Rule.Name, Count: group.Count(), Charge: group.Sum(finding => finding.ChargeAtRisk ?? 0)))
            .ToList();
        var width = rules.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (var (id, name, count, charge) in rules)
        {
            var atRisk = charge == 0 ? "" : FormattableString.Invariant($", charge at risk {charge:#,0.00}");
            lines.Write($"  {id} {name.PadRight(width)}  {Words.Count(count, "finding")}{atRisk}");
        }
    }

    private static string Checked(Report report, ReportTotals totals)
    {
        var parts = new List<string> { Words.Count(totals.Files, "file") };
        if (totals.Claims > 0 || report.Files.Any(file => file.Kind is ContentKind.X12 or ContentKind.Json))
            parts.Add($"{Words.Count(totals.Claims, "claim")}, {Words.Count(totals.Lines, "service line")}");
        if (totals.Documents > 0)
            parts.Add(Words.Count(totals.Documents, "document"));
        if (totals.Unrecognized > 0)
            parts.Add($"{Words.Count(totals.Unrecognized, "file")} not recognized");
        return string.Join(", ", parts);
    }

    private static string Judged(Ledger ledger)
    {
        var total = ledger.Total;
        return FormattableString.Invariant(
            $"rules judged: {total.Pass:#,0} pass, {total.Fail:#,0} fail, {total.Bypassed:#,0} bypassed, {total.NotApplicable:#,0} not applicable, {total.NotEvaluated:#,0} not evaluated");
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count:#,0} times");

    private static string Described(LoadedTable table) =>
        FormattableString.Invariant($"{table.Name} {table.Release} ({(table.Curated ? "curated extract" : "full")}, {table.Rows:#,0} rows)");

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts.DefaultIfEmpty("none"));
}
