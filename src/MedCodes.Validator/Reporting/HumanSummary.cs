using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>The last lines of the human report: how much was found, how much was checked, and what could not be judged.</summary>
internal sealed class HumanSummary(ShownReport report)
{
    // A report ends with what to do first; the worklist has it all.
    private const int ShownItems = 10;

    private readonly RuleCounts _rules = new();
    private int _fixable;

    /// <summary>Counts a finding that was written.</summary>
    public void Count(ShownFinding finding)
    {
        _rules.Count(finding);
        _fixable += finding.Edits.IsEmpty ? 0 : 1;
    }

    public void Write(ReportLines lines)
    {
        lines.Write(lines.Bold(Found(report.Totals)) + Besides());
        WriteRules(lines);
        WriteWork(lines);
        lines.Write($"checked: {Checked(report)}; as of {report.Run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        lines.Write(Judged(report.Ledger));
        foreach (var cause in report.Ledger.NotEvaluated.GroupBy(cause => cause.Reason, StringComparer.Ordinal))
            lines.Write($"  not evaluated: {Printable.Of(cause.Key)}: {Times(cause.Sum(one => one.Count))} ({string.Join(", ", cause.Select(one => one.Rule))})");
        lines.Write($"tables: {Listed(report.Run.Tables.Select(Described))}");
        lines.Write($"profiles: {Listed(report.Run.Profiles.Select(ProfileUse))}");
    }

    public static string Verdict(ShownReport report) => $"{Checked(report)}: {Found(report.Totals)}{SetAside(report.SetAside)}";

    public static string Found(ReportTotals totals) => totals.Errors + totals.Warnings + totals.Infos == 0
        ? "no findings"
        : $"{Words.Count(totals.Errors, "error")}, {Words.Count(totals.Warnings, "warning")}, {Words.Count(totals.Infos, "info")}";

    /// <summary>What was found and is not reported, as in "; 2 suppressed, 1 baselined".</summary>
    public static string SetAside(SetAsideCounts counts)
    {
        (int Count, string Word)[] parts =
            [(counts.Suppressed, "suppressed"), (counts.Waived, "waived"), (counts.Baselined, "baselined"), (counts.Unchanged, "outside the changes")];
        var said = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => FormattableString.Invariant($"{part.Count:#,0} {part.Word}")));
        return said.Length == 0 ? "" : "; " + said;
    }

    private static string ProfileUse(UsedProfile profile) =>
        $"{profile.Name} for {Words.Count(profile.Claims, "claim")}{(profile.ByDefault == 0 ? "" : FormattableString.Invariant($" ({profile.ByDefault:#,0} of a payer that no profile names)"))}"
        + (profile.Settings.IsEmpty ? "" : $" with {string.Join(" and ", profile.Settings.Select(Printable.Of))}");

    private string Besides() =>
        SetAside(report.SetAside) + (_fixable == 0 ? "" : FormattableString.Invariant($"; {_fixable:#,0} can be mended with --fix"));

    private void WriteRules(ReportLines lines)
    {
        var width = _rules.All.Select(rule => rule.Rule.Name.Length).DefaultIfEmpty().Max();
        foreach (var rule in _rules.All)
        {
            var atRisk = rule.Charge == 0 ? "" : FormattableString.Invariant($", charge at risk {rule.Charge:#,0.00}");
            lines.Write($"  {rule.Rule.Id} {rule.Rule.Name.PadRight(width)}  {Words.Count(rule.Findings, "finding")}{atRisk}");
        }
    }

    private void WriteWork(ReportLines lines)
    {
        var items = WorkList.Of(report.Findings.Where(finding => finding.Place.Claim is not null));
        if (items.Count == 0)
            return;
        lines.Write("work on claims, by charge at risk:");
        var shown = items.Count == ShownItems + 1 ? items.Count : ShownItems;
        foreach (var item in items.Take(shown))
        {
            var charge = item.ChargeAtRisk?.ToString("#,0.00", CultureInfo.InvariantCulture) ?? "-";
            var needs = item.Needs == "none" ? "" : $", needs {item.Needs}";
            lines.Write($"  {charge,12}  {Printable.Of(item.Cause)}: {Words.Count(item.Claims, "claim")}; for the {item.Actor}{needs}");
        }

        if (items.Count > shown)
            lines.Write($"  and {Words.Count(items.Count - shown, "more cause")}; -o csv lists them all");
    }

    public static string Checked(ShownReport report)
    {
        var totals = report.Totals;
        var parts = new List<string> { Words.Count(totals.Files, "file") };
        if (totals.Claims > 0 || report.Files.Any(file => file.Kind is ContentKind.X12 or ContentKind.Json))
            parts.Add($"{Words.Count(totals.Claims, "claim")}, {Words.Count(totals.Lines, "service line")}");
        if (totals.Documents > 0)
            parts.Add(Words.Count(totals.Documents, "document"));
        if (totals.Unrecognized > 0)
            parts.Add($"{Words.Count(totals.Unrecognized, "file")} not recognized");
        return string.Join(", ", parts);
    }

    public static string Judged(Ledger ledger)
    {
        var total = ledger.Total;
        return FormattableString.Invariant(
            $"rules judged: {total.Pass:#,0} pass, {total.Fail:#,0} fail, {total.Bypassed:#,0} bypassed, {total.NotApplicable:#,0} not applicable, {total.NotEvaluated:#,0} not evaluated");
    }

    private static string Times(int count) => count == 1 ? "once" : FormattableString.Invariant($"{count:#,0} times");

    public static string Described(LoadedTable table) =>
        FormattableString.Invariant($"{table.Name} {table.Release} ({(table.Curated ? "curated extract" : "full")}, {table.Rows:#,0} rows)");

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts.DefaultIfEmpty("none"));
}
