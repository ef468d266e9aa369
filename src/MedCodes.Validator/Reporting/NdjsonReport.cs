using System.Text.Json;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report as one JSON object a line. A report that is cut off lacks the last line, which says that it is complete.</summary>
internal static class NdjsonReport
{
    public static void Write(ShownReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonRun.Style(indented: false));
        void Line(Action write)
        {
            write();
            json.Flush();
            output.Write("\n"u8);
            json.Reset();
        }

        Line(() =>
        {
            json.WriteStartObject();
            json.WriteString("type", "run");
            JsonRun.WriteRun(json, report);
            json.WriteString("phi", Words.Of(report.Phi));
            json.WriteEndObject();
        });
        foreach (var file in report.Files)
        {
            Line(() =>
            {
                json.WriteStartObject();
                json.WriteString("type", "file");
                json.WriteString("path", file.Path);
                json.WriteString("kind", Words.Of(file.Kind));
                json.WriteNumber("claims", file.Claims);
                json.WriteNumber("lines", file.Lines);
                json.WriteNumber("pages", file.Pages);
                json.WriteEndObject();
            });
        }

        var findings = new JsonFindings(json);
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in report.Findings)
        {
            if (described.Add(finding.Rule.Id))
                Line(() => new JsonRules(json).Write(finding.Rule));
            Line(() => findings.Write(finding, asRecord: true));
        }

        Line(() =>
        {
            json.WriteStartObject();
            json.WriteString("type", "summary");
            json.WriteBoolean("complete", true);
            JsonRun.WriteSummary(json, report);
            JsonRun.WriteLedger(json, report.Ledger);
            json.WriteEndObject();
        });
    }
}
