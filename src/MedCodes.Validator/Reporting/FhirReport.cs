using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a FHIR R4 OperationOutcome: an issue for each finding, one that says so where there is none.</summary>
internal static class FhirReport
{
    private const string Extension = "http://hl7.org/fhir/StructureDefinition/operationoutcome-";

    public static void Write(ShownReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "OperationOutcome");
            json.WriteStartArray("issue");
            var clean = true;
            foreach (var finding in report.Findings)
            {
                clean = false;
                Write(json, finding);
                json.FlushIfMuch();
            }

            if (clean)
                WriteClean(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, ShownFinding finding)
    {
        json.WriteStartObject();
        json.WriteStartArray("extension");
        var region = finding.Place.Region.Value;
        WriteExtension(json, "issue-source", "valueString", finding.Place.File);
        WriteNumber(json, "issue-line", region.StartLine);
        WriteNumber(json, "issue-col", region.StartColumn);
        WriteExtension(json, "message-id", "valueCode", finding.Rule.Id);
        json.WriteEndArray();
        json.WriteString("severity", finding.Severity == Severity.Info ? "information" : Words.Of(finding.Severity));
        json.WriteString("code", CodeOf(finding.Rule));
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("code", finding.Rule.Id);
        json.WriteString("display", finding.Rule.Name);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("text", Printable.Of(finding.Message));
        json.WriteEndObject();
        json.WriteString("diagnostics", PlaceWords.Where(finding.Place));
        json.WriteEndObject();
    }

    private static void WriteClean(Utf8JsonWriter json, ShownReport report)
    {
        json.WriteStartObject();
        json.WriteString("severity", "information");
        json.WriteString("code", "informational");
        json.WriteStartObject("details");
        json.WriteString("text", report.Verdict);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("url", Extension + name);
        json.WriteString(type, value);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long value)
    {
        json.WriteStartObject();
        json.WriteString("url", Extension + name);
        json.WriteNumber("valueInteger", value);
        json.WriteEndObject();
    }

    /// <summary>The issue type (http://hl7.org/fhir/issue-type) that comes nearest to a category.</summary>
    private static string CodeOf(RuleDescription rule) => rule.Category switch
    {
        "file" or "structure" => "structure",
        "identifiers" or "dates" or "amounts" => "value",
        "codes" or "modifiers" => "code-invalid",
        "duplicates" => "duplicate",
        _ => "business-rule",
    };
}
