using System.Text.Json;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes reviewdog's diagnostics, one a line, with suggested changes where a finding can be mended without asking.</summary>
internal static class RdjsonlReport
{
    public static void Write(ShownReport report, Stream output, ReportSettings settings)
    {
        foreach (var finding in PublicFindings.Of(report, settings))
        {
            using (var json = new Utf8JsonWriter(output, JsonRun.Style(indented: false)))
                Write(json, finding);
            output.Write("\n"u8);
        }
    }

    private static void Write(Utf8JsonWriter json, PublicFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("message", Printable.Of(finding.Message));
        json.WriteStartObject("location");
        json.WriteString("path", finding.File);
        if (finding.Region is { } region)
            WriteRange(json, region);
        json.WriteEndObject();
        json.WriteString("severity", Words.Of(finding.Severity).ToUpperInvariant());
        json.WriteStartObject("source");
        json.WriteString("name", "medcodes");
        json.WriteEndObject();
        json.WriteStartObject("code");
        json.WriteString("value", finding.Rule.Id);
        if (finding.Rule.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null) is { } url)
            json.WriteString("url", url);
        json.WriteEndObject();
        if (finding.Edits.Length > 0)
        {
            json.WriteStartArray("suggestions");
            foreach (var edit in finding.Edits)
            {
                json.WriteStartObject();
                WriteRange(json, edit.Region);
                json.WriteString("text", edit.Replacement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, Region region)
    {
        json.WriteStartObject("range");
        WritePosition(json, "start", region.StartLine, region.StartColumn);
        WritePosition(json, "end", region.EndLine, region.EndColumn);
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, string name, int line, long column)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteEndObject();
    }
}
