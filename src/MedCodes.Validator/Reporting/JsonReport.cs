using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report as one JSON document for programs; its schema is <see cref="Schema"/>.</summary>
public static class JsonReport
{
    /// <summary>The version of the form; its first number changes when a reader of the old form could break.</summary>
    public const string SchemaVersion = "1.0";

    // Some dozens of findings.
    private const int BlockLength = 1 << 18;

    // In the list of the document.
    private const int DepthOfFindings = 2;

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

    internal static void Write(ShownReport report, Stream output, int jobs = 1)
    {
        using var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true));
        json.WriteStartObject();
        json.WriteString("schemaVersion", SchemaVersion);
        JsonRun.WriteTool(json, report.Run);
        JsonRun.WriteProfiles(json, report.Run);
        JsonRun.WriteTerms(json, report.Run, report.Phi);
        JsonRun.WriteSummary(json, report);
        JsonRun.WriteLedger(json, report.Ledger);

        json.WriteStartArray("findings");
        json.Flush();
        var isFirst = true;
        foreach (var block in OrderedBlocks.Of(report.Blocks, jobs, Elements))
        {
            using var elements = block;
            output.Write(isFirst ? ""u8 : ","u8);
            output.Write(elements.Written);
            isFirst = false;
        }

        output.Write(isFirst ? "]\n}\n"u8 : "\n  ]\n}\n"u8);
    }

    /// <summary>Some findings as they stand in the list.</summary>
    private static PooledBytes Elements(IEnumerable<ShownFinding> findings)
    {
        var bytes = new PooledBytes(BlockLength);
        var writer = new JsonFindings(new JsonText(bytes, indented: true, DepthOfFindings), asRecords: false);
        foreach (var finding in findings)
            writer.Write(finding);
        return bytes;
    }
}
