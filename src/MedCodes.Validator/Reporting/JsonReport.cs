using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report as one JSON document for programs; its schema is <see cref="Schema"/>.</summary>
public static class JsonReport
{
    /// <summary>The version of the form; its first number changes when a reader of the old form could break.</summary>
    public const string SchemaVersion = "1.0";

    private const int FlushAt = 1 << 16;

    // The report is a file of its own, never part of a web page, so quotes and accents can stay readable.
    private static readonly JsonWriterOptions Style = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    /// <summary>Writes the document: UTF-8 without a byte order mark, lines ended by LF, the same bytes for the same report.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="output">Where to; it is not closed.</param>
    /// <param name="phi">How much of a patient's data is shown. Default: the least.</param>
    /// <exception cref="IOException">The output cannot be written, or a file of the report can no longer be read for its line numbers.</exception>
    public static void Write(Report report, Stream output, PhiLevel phi = PhiLevel.Mask)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Style);
        json.WriteStartObject();
        json.WriteString("schemaVersion", SchemaVersion);
        WriteRun(json, report, phi);
        WriteSummary(json, report);
        WriteLedger(json, report.Ledger);

        var findings = new JsonFindings(json, phi);
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

    private static void WriteRun(Utf8JsonWriter json, Report report, PhiLevel phi)
    {
        var run = report.Run;
        json.WriteStartObject("tool");
        json.WriteString("name", "medcodes");
        json.WriteString("version", run.Version);
        json.WriteString("rules", "sha256:" + run.RulesHash);
        json.WriteString("engine", run.Engine);
        json.WriteEndObject();

        json.WriteStartArray("tables");
        foreach (var table in run.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteString("release", table.Release);
            json.WriteNumber("rows", table.Rows);
            json.WriteString("source", table.Source);
            json.WriteBoolean("curated", table.Curated);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("profiles");
        foreach (var profile in run.Profiles)
        {
            json.WriteStartObject();
            json.WriteString("name", profile.Name);
            json.WriteNumber("claims", profile.Claims);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("asOf", run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("redacted", phi != PhiLevel.Show);
    }

    private static void WriteSummary(Utf8JsonWriter json, Report report)
    {
        var totals = ReportTotals.Of(report);
        json.WriteStartObject("summary");
        json.WriteNumber("files", totals.Files);
        json.WriteNumber("claims", totals.Claims);
        json.WriteNumber("lines", totals.Lines);
        json.WriteNumber("documents", totals.Documents);
        json.WriteNumber("errors", totals.Errors);
        json.WriteNumber("warnings", totals.Warnings);
        json.WriteNumber("infos", totals.Infos);
        json.WriteEndObject();
    }

    private static void WriteLedger(Utf8JsonWriter json, Ledger ledger)
    {
        var total = ledger.Total;
        json.WriteStartObject("ledger");
        json.WriteNumber("pass", total.Pass);
        json.WriteNumber("fail", total.Fail);
        json.WriteNumber("bypassed", total.Bypassed);
        json.WriteNumber("notApplicable", total.NotApplicable);
        json.WriteNumber("notEvaluated", total.NotEvaluated);
        json.WriteEndObject();

        json.WriteStartArray("notEvaluated");
        foreach (var cause in ledger.NotEvaluated)
        {
            json.WriteStartObject();
            json.WriteString("rule", cause.Rule);
            json.WriteString("reason", cause.Reason);
            json.WriteNumber("count", cause.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
