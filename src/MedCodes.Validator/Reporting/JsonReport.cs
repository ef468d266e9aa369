using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report as one JSON document for programs; its schema is <see cref="Schema"/>.</summary>
public static class JsonReport
{
    /// <summary>The version of the form; its first number changes when a reader of the old form could break.</summary>
    public const string SchemaVersion = JsonRun.SchemaVersion;

    private const int FlushAt = 1 << 16;

    /// <summary>The JSON Schema (draft 7) of the document.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(JsonReport).Assembly.GetManifestResourceStream("report.schema.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The JSON Schema (draft 7) of each line of the NDJSON report.</summary>
    public static string LineSchema => NdjsonSchema.Text();

    /// <summary>Writes the document: UTF-8 without a byte order mark, lines ended by LF, the same bytes for the same report.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="output">Where to; it is not closed.</param>
    /// <param name="phi">How much of a patient's data is shown. Default: the least.</param>
    /// <exception cref="IOException">The output cannot be written, or a file of the report can no longer be read for its line numbers.</exception>
    public static void Write(Report report, Stream output, PhiLevel phi = PhiLevel.Mask)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Write(ShownReport.Of(report, phi), output);
    }

    internal static void Write(ShownReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true));
        json.WriteStartObject();
        JsonRun.WriteRun(json, report);
        JsonRun.WriteSummary(json, report);
        JsonRun.WriteLedger(json, report.Ledger);

        var findings = new JsonFindings(json);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            findings.Write(finding);
            if (json.BytesPending > FlushAt)
                json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }
}
