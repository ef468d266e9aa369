using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes GitLab's Code Quality report.</summary>
internal static class GitLabReport
{
    public static void Write(ShownReport report, Stream output, ReportSettings settings)
    {
        using (var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true)))
        {
            json.WriteStartArray();
            foreach (var finding in PublicFindings.Of(report, settings))
            {
                Write(json, finding);
                json.FlushIfMuch();
            }

            json.WriteEndArray();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, PublicFinding finding)
    {
        json.WriteStartObject();

        // GitLab does not show the name of the check, so the words say it.
        json.WriteString("description", $"{finding.Rule.Id}: {Printable.Of(finding.Message)}");
        json.WriteString("check_name", finding.Rule.Name);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteString("severity", finding.Severity switch
        {
            Severity.Error => "major",
            Severity.Warning => "minor",
            _ => "info",
        });
        json.WriteStartObject("location");
        json.WriteString("path", finding.File);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", finding.Region?.StartLine ?? 1);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
