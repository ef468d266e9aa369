using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// The JSON Schema (draft 7) of each line of an NDJSON report. Its records are made of the parts of the JSON report, so the schema is made
/// of the parts of that one's.
/// </summary>
internal static class NdjsonSchema
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableArray<string> OfFinding =
        ["severity", "fix", "stage", "predicted", "actor", "needs", "compliance", "sources"];

    public static string Text()
    {
        var report = JsonNode.Parse(JsonReport.Schema)!.AsObject();
        var (parts, definitions) = (report["properties"]!.AsObject(), report["definitions"]!.AsObject());
        var finding = definitions["finding"]!.AsObject();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "a line of a medcodes report in NDJSON",
            ["description"] = "The first line is of type run; then come, for each file, its findings of phase claim, a line of type file, and its findings of phase file; then findings of phase run, and a line of type summary; a report without it is cut off. A rule comes before its first finding.",
            ["oneOf"] = new JsonArray(
                Record("run", parts, ["tool", "tables", "asOf", "redacted"], ("schemaVersion", new JsonObject { ["type"] = "string", ["pattern"] = "^3\\.[0-9]+$" }), ("phi", Choice("mask", "account", "show"))),
                Record("file", [], [], ("path", OfType("string")), ("kind", Choice("unrecognized", "x12", "text", "json")), ("claims", Refer("count")), ("lines", Refer("count")), ("pages", Refer("count"))),
                Rule(finding["properties"]!.AsObject()),
                Finding(finding),
                Record("summary", parts, ["profiles", "summary", "ledger", "notEvaluated"], ("complete", new JsonObject { ["type"] = "boolean", ["enum"] = new JsonArray(true) }))),
            ["definitions"] = definitions.DeepClone(),
        };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Rule(JsonObject finding)
    {
        var record = Record(
            "rule",
            finding,
            OfFinding,
            ("id", Refer("rule")),
            ("name", OfType("string")),
            ("since", OfType("string")),
            ("status", Choice("preview", "stable", "deprecated")),
            ("category", OfType("string")),
            ("snip", OfType("integer")),
            ("appliesTo", Refer("texts")),
            ("summary", OfType("string")),
            ("why", OfType("string")),
            ("hash", Refer("hash")));

        // What a payer answers is said of rules about claims only.
        foreach (var optional in new[] { "stage", "predicted", "actor", "needs", "compliance", "snip" })
            record["required"]!.AsArray().Remove(record["required"]!.AsArray().First(name => name!.GetValue<string>() == optional));
        return record;
    }

    private static JsonObject Finding(JsonObject finding)
    {
        var record = finding.DeepClone().AsObject();
        record["properties"]!.AsObject()["type"] = Choice("finding");
        record["properties"]!.AsObject()["phase"] = Choice("claim", "file", "run");
        record["properties"]!["phase"]!.AsObject()["description"] = "claim, file: one claim, or one file, was enough to find it, so that it stands before all that more of the run had to be read for";
        record["properties"]!.AsObject()["fileNumber"] = OfType("integer");
        record["properties"]!["fileNumber"]!.AsObject()["description"] = "which line of type file is of the file that it stands in, from 1; left out where that file was not checked, such as a configuration";
        record["properties"]!.AsObject()["frame"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "the masked segment or the line that it quotes",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("text", "start", "length"),
            ["properties"] = new JsonObject { ["text"] = OfType("string"), ["start"] = Refer("count"), ["length"] = Refer("count") },
        };
        record["required"]!.AsArray().Insert(0, "type");
        record["required"]!.AsArray().Insert(1, "phase");
        return record;
    }

    private static JsonObject Record(string type, JsonObject from, IEnumerable<string> shared, params ReadOnlySpan<(string Name, JsonObject Schema)> own)
    {
        var properties = new JsonObject { ["type"] = Choice(type) };
        foreach (var name in shared)
            properties[name] = from[name]!.DeepClone();
        foreach (var (name, schema) in own)
            properties[name] = schema;
        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. properties.Select(property => JsonValue.Create(property.Key))]),
            ["properties"] = properties,
        };
    }

    private static JsonObject OfType(string type) => new() { ["type"] = type };

    private static JsonObject Refer(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static JsonObject Choice(params ReadOnlySpan<string> words)
    {
        var choices = new JsonArray();
        foreach (var word in words)
            choices.Add((JsonNode)word);
        return new JsonObject { ["type"] = "string", ["enum"] = choices };
    }
}
