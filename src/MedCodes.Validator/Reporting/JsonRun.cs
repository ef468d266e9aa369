using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes what a run was made with and what came of it, the parts that JSON and NDJSON share.</summary>
internal static class JsonRun
{
    /// <summary>The report is a file of its own, never part of a web page, so quotes and accents can stay readable.</summary>
    public static JsonWriterOptions Style(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes what was run, as members.</summary>
    public static void WriteTool(Utf8JsonWriter json, RunDescription run)
    {
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
    }

    /// <summary>Writes the payer profiles that were used, as a member.</summary>
    public static void WriteProfiles(Utf8JsonWriter json, RunDescription run)
    {
        json.WriteStartArray("profiles");
        foreach (var profile in run.Profiles)
        {
            json.WriteStartObject();
            json.WriteString("name", profile.Name);
            json.WriteNumber("claims", profile.Claims);
            json.WriteNumber("byDefault", profile.ByDefault);
            if (!profile.Settings.IsEmpty)
            {
                json.WriteStartArray("settings");
                foreach (var setting in profile.Settings)
                    json.WriteStringValue(setting);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the day that stands for today and whether values of patients are withheld, as members.</summary>
    public static void WriteTerms(Utf8JsonWriter json, RunDescription run, PhiLevel phi)
    {
        json.WriteString("asOf", run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteBoolean("redacted", phi != PhiLevel.Show);
    }

    public static void WriteSummary(Utf8JsonWriter json, ShownReport report)
    {
        var (totals, aside) = (report.Totals, report.SetAside);
        json.WriteStartObject("summary");
        json.WriteNumber("files", totals.Files);
        json.WriteNumber("claims", totals.Claims);
        json.WriteNumber("lines", totals.Lines);
        json.WriteNumber("documents", totals.Documents);
        json.WriteNumber("errors", totals.Errors);
        json.WriteNumber("warnings", totals.Warnings);
        json.WriteNumber("infos", totals.Infos);
        json.WriteNumber("suppressed", aside.Suppressed);
        json.WriteNumber("waived", aside.Waived);
        json.WriteNumber("baselined", aside.Baselined);
        json.WriteNumber("unchanged", aside.Unchanged);
        json.WriteEndObject();
    }

    public static void WriteLedger(Utf8JsonWriter json, Ledger ledger)
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
