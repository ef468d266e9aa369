using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes one HTML file that needs nothing else: findings by root cause, filters, a chart of the charge at risk.</summary>
/// <remarks>Its policy forbids every request; the one script is named by its hash.</remarks>
internal static class HtmlReport
{
    // A browser takes some ten thousand findings with ease, people read fewer.
    private const int MostOfACause = 50;
    private const int MostFindings = 5_000;
    private const int MostBars = 15;

    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    public static string? Write(ShownReport report, Stream output)
    {
        var items = WorkList.Of(report.Findings, shownOfACause: MostOfACause);
        var chosen = Chosen(items);
        var findings = report.Findings.Index().Where(finding => chosen.Contains(finding.Index)).ToDictionary(finding => finding.Index, finding => finding.Item);
        var total = items.Sum(item => item.Findings);
        var leftOut = chosen.Count == total
            ? null
            : FormattableString.Invariant($"html shows {chosen.Count:#,0} of {total:#,0} findings, at most {MostOfACause} of a cause; json and csv hold them all");
        ReportFormats.Text(output, writer => new Page(writer, report, items, findings).Write(leftOut));
        return leftOut;
    }

    private static HashSet<int> Chosen(IReadOnlyList<WorkItem> items)
    {
        var chosen = new HashSet<int>();
        foreach (var item in items)
            chosen.UnionWith(item.Members.Take(Math.Min(MostOfACause, MostFindings - chosen.Count)));
        return chosen;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed class Page(TextWriter writer, ShownReport report, IReadOnlyList<WorkItem> items, Dictionary<int, ShownFinding> findings)
    {
        public void Write(string? leftOut)
        {
            WriteHead();
            Line($"<h1>{Escaped(HumanSummary.Found(report.Totals))}</h1>");
            Line($"<p class=\"soft\">{Escaped($"Checked {HumanSummary.Checked(report)}, as of {report.Run.AsOf:yyyy-MM-dd}{HumanSummary.SetAside(report.SetAside)}.")}</p>");
            if (leftOut is not null)
                Line($"<p class=\"soft\" id=\"left-out\">{Escaped(leftOut)}</p>");
            WriteChart();
            WriteFilters();
            Line("<h2>Work by root cause</h2>");
            if (items.Count == 0)
                Line("<p>Nothing to do.</p>");
            foreach (var item in items)
                WriteGroup(item);
            WriteJudged();
            Line($"<script>{Script}</script>");
            Line("</body>\n</html>");
        }

        private void WriteHead()
        {
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
            Line("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
            Line($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'\">");
            Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
            Line($"<title>medcodes: {Escaped(HumanSummary.Found(report.Totals))}</title>");
            Line($"<style>\n{Style}</style>\n</head>\n<body>");
        }

        private void WriteChart()
        {
            var bars = items.Where(item => item.ChargeAtRisk > 0).Take(MostBars).ToList();
            if (bars.Count == 0)
                return;
            Line("<h2>Charge at risk by cause</h2>\n<table class=\"chart\">");
            var largest = bars.Max(item => item.ChargeAtRisk!.Value);
            foreach (var item in bars)
            {
                var width = (item.ChargeAtRisk!.Value / largest * 100).ToString("0.##", CultureInfo.InvariantCulture);
                Line($"<tr><td class=\"cause\">{Escaped(item.Cause)}</td><td><svg aria-hidden=\"true\"><rect width=\"{width}%\" height=\"100%\" rx=\"2\"/></svg></td><td class=\"amount\">{Amount(item.ChargeAtRisk.Value)}</td></tr>");
            }

            Line("</table>");
        }

        private void WriteFilters()
        {
            Line("<div class=\"filters\">");
            Select("rule", "Rule", findings.Values.Select(finding => (finding.Rule.Id, $"{finding.Rule.Id} {finding.Rule.Name}")));
            Select("severity", "Severity", findings.Values.Select(finding => (Words.Of(finding.Severity), Words.Of(finding.Severity))));
            Select("actor", "For", findings.Values.Select(finding => (ActorOf(finding), ActorOf(finding))));
            Select("file", "File", findings.Values.Select(finding => (finding.Place.File, finding.Place.File)));
            Line("<label>Claim<input id=\"by-claim\" inputmode=\"numeric\" size=\"6\"></label>");
            Line("<button id=\"clear\" type=\"button\">Clear</button><span id=\"count\" class=\"soft\"></span>\n</div>");
        }

        private void Select(string name, string label, IEnumerable<(string Value, string Shown)> options)
        {
            Line($"<label>{label}<select id=\"by-{name}\"><option value=\"\">all</option>");
            foreach (var (value, shown) in options.Distinct().OrderBy(option => option.Value, StringComparer.Ordinal))
                Line($"<option value=\"{Escaped(value)}\">{Escaped(shown)}</option>");
            Line("</select></label>");
        }

        private void WriteGroup(WorkItem item)
        {
            var shown = item.Members.Where(findings.ContainsKey).Select(number => findings[number]).ToList();
            Line("<details class=\"group\">");
            var facts = new List<string>();
            if (item.Claims > 0)
                facts.Add(Words.Count(item.Claims, "claim"));
            facts.Add(Words.Count(item.Findings, "finding"));
            if (item.ChargeAtRisk is { } charge)
                facts.Add(Amount(charge) + " at risk");
            if (item.Deadline is { } day)
                facts.Add(string.Create(CultureInfo.InvariantCulture, $"file by {day:yyyy-MM-dd}"));
            facts.Add("for the " + item.Actor + (item.Needs == "none" ? "" : ", needs " + item.Needs));
            Line($"<summary><span class=\"severity {Words.Of(item.Severity)}\">{Words.Of(item.Severity)}</span><span class=\"cause\">{Escaped(item.Cause)}</span><span class=\"facts\">{Escaped(string.Join(" · ", facts))}</span></summary>");
            WriteAbout(item.Rule);
            foreach (var finding in shown)
                WriteFinding(finding);
            if (shown.Count < item.Findings)
                Line($"<p class=\"about soft\">{Escaped(Words.Count(item.Findings - shown.Count, "more finding"))} of this cause; json and csv hold them all.</p>");
            Line("</details>");
        }

        private void WriteAbout(RuleDescription rule)
        {
            Line("<div class=\"about\"><dl>");
            Entry("Rule", $"{rule.Id} {rule.Name}: {Printable.Prose(rule.Summary)}");
            Entry("Fix", Printable.Prose(rule.Fix));
            Entry("Why", Printable.Prose(rule.Why));
            if (rule.Consequence is { } consequence)
                Entry("Payer", Words.Predicted(consequence) + (consequence.Compliance ? "; the fix would raise payment, so it needs a second look" : ""));
            Entry("Sources", string.Join("; ", rule.Sources.Select(Words.Cited)));
            Line("</dl></div>");
        }

        private void Entry(string name, string text) => Line($"<dt>{name}</dt><dd>{Escaped(text)}</dd>");

        private void WriteFinding(ShownFinding finding)
        {
            var place = finding.Place;
            Line(string.Create(CultureInfo.InvariantCulture, $"<div class=\"finding\" data-rule=\"{finding.Rule.Id}\" data-severity=\"{Words.Of(finding.Severity)}\" data-actor=\"{Escaped(ActorOf(finding))}\" data-file=\"{Escaped(place.File)}\" data-claim=\"{place.Claim}\">"));
            Line($"<p><span class=\"severity {Words.Of(finding.Severity)}\">{Words.Of(finding.Severity)}[{finding.Rule.Id}]</span> {Escaped(finding.Message)}</p>");
            Line($"<p class=\"where\">{Escaped(PlaceWords.Where(place))}</p>");
            if (finding.Frame.Value is { } frame)
                Line($"<pre>{Quoted(frame)}</pre>");
            if (finding.Witnesses.Length > 0)
            {
                Line("<ul>");
                foreach (var witness in finding.Witnesses)
                    Line($"<li>{Escaped($"{witness.Name}: {PlaceWords.Described(witness, place)}")}</li>");
                Line("</ul>");
            }

            if (finding.ChargeAtRisk is { } charge)
                Line($"<p class=\"soft\">charge at risk {Amount(charge)}</p>");
            Line("</div>");
        }

        private static string Quoted(Frame frame)
        {
            var start = Math.Min(frame.Start, frame.Text.Length);
            var end = Math.Min(start + frame.Length, frame.Text.Length);
            var meant = start == end ? " " : frame.Text[start..end];
            return $"{Escaped(frame.Text[..start])}<mark>{Escaped(meant)}</mark>{Escaped(frame.Text[end..])}";
        }

        private void WriteJudged()
        {
            Line("<h2>What was judged</h2>\n<ul>");
            Line($"<li>{Escaped(HumanSummary.Judged(report.Ledger))}</li>");
            foreach (var cause in report.Ledger.NotEvaluated.GroupBy(cause => cause.Reason, StringComparer.Ordinal))
                Line($"<li>{Escaped(FormattableString.Invariant($"not evaluated: {cause.Key}: {cause.Sum(one => one.Count):#,0} ({string.Join(", ", cause.Select(one => one.Rule))})"))}</li>");
            foreach (var table in report.Run.Tables)
                Line($"<li>{Escaped(HumanSummary.Described(table))}</li>");
            Line("</ul>");
        }

        private void Line(string text) => writer.Write(text + "\n");

        private static string ActorOf(ShownFinding finding) => finding.Rule.Consequence?.Actor ?? "editor";

        private static string Amount(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

        private static string Escaped(string text) => WebUtility.HtmlEncode(Printable.Of(text));
    }
}
