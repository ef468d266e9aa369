using System.Collections.Immutable;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes SARIF 2.1.0 as code scanning takes it: full regions, stable fingerprints, no more results than a platform accepts.</summary>
/// <remarks>Findings that are set aside are left out unless they are asked for: platforms take suppressed results for open ones.</remarks>
internal static class SarifReport
{
    // GitHub rejects a run with more results.
    private const int MostResults = 25_000;

    // The exit code of a run that could not be made as it should be, as where a rule crashed.
    private const int Failure = 2;

    public static string? Write(ShownReport report, Stream output, ReportSettings settings)
    {
        // What lies outside of the changes nobody has accepted; it belongs to another run.
        var aside = settings.SarifSuppressed ? report.Aside.Where(one => one.Reason != SetAsideReason.Unchanged) : [];
        var found = report.Findings.Select(finding => new ShownAside(finding, null, null));
        var total = report.Totals.Errors + report.Totals.Warnings + report.Totals.Infos + aside.Count();
        var results = total <= MostResults ? found.Concat(aside) : MostSevere(found).Concat(MostSevere(aside)).Take(MostResults);
        var leftOut = total <= MostResults
            ? null
            : FormattableString.Invariant($"sarif holds {MostResults:#,0} of {total:#,0} findings, the most severe ones; platforms refuse more");
        var rules = RuleCounts.Of(report.Findings.Concat(aside.Select(one => one.Finding))).All.Select(count => count.Rule).ToImmutableArray();
        using (var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true)))
            new Sarif(json, settings, rules).Write(report, results, leftOut);
        output.Write("\n"u8);
        return leftOut;
    }

    // Looking several times takes less memory than sorting.
    private static IEnumerable<ShownAside> MostSevere(IEnumerable<ShownAside> results) =>
        Enum.GetValues<Severity>().OrderDescending().SelectMany(severity => results.Where(one => one.Finding.Severity == severity));

    private sealed class Sarif(Utf8JsonWriter json, ReportSettings settings, ImmutableArray<RuleDescription> rules)
    {
        private readonly Dictionary<string, int> _numbers = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);

        public void Write(ShownReport report, IEnumerable<ShownAside> results, string? leftOut)
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(report.Run);
            json.WriteStartObject("automationDetails");
            json.WriteString("id", "medcodes/check/");
            json.WriteEndObject();
            WriteInvocation(report, leftOut);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteTexts("redactionTokens", [Message.Mask]);
            json.WriteStartArray("results");
            foreach (var result in results)
            {
                WriteResult(result);
                json.FlushIfMuch();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void WriteTool(RunDescription run)
        {
            json.WriteStartObject("tool");
            json.WriteStartObject("driver");
            json.WriteString("name", "medcodes");
            json.WriteString("semanticVersion", run.Version);
            json.WriteStartArray("rules");
            foreach (var rule in rules)
                SarifRule.Write(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        private void WriteInvocation(ShownReport report, string? leftOut)
        {
            json.WriteStartArray("invocations");
            json.WriteStartObject();
            json.WriteBoolean("executionSuccessful", settings.ExitCode != Failure);
            json.WriteNumber("exitCode", settings.ExitCode ?? (report.Totals.Errors > 0 ? 1 : 0));
            if (leftOut is not null)
            {
                json.WriteStartArray("toolExecutionNotifications");
                json.WriteStartObject();
                json.WriteString("level", "warning");
                json.WriteMessage("message", leftOut);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void WriteResult(ShownAside result)
        {
            var finding = result.Finding;
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule.Id);
            json.WriteNumber("ruleIndex", _numbers[finding.Rule.Id]);
            json.WriteString("level", SarifRule.Level(finding.Severity));
            json.WriteMessage("message", Printable.Of(finding.Message));
            json.WriteStartArray("locations");
            WriteLocation(finding.Place, null, null);
            json.WriteEndArray();
            var related = finding.Witnesses.Where(witness => witness.Place is not null).ToList();
            if (related.Count > 0)
            {
                json.WriteStartArray("relatedLocations");
                foreach (var (id, witness) in related.Index())
                    WriteLocation(witness.Place!, id + 1, $"{witness.Name}: {PlaceWords.Described(witness, finding.Place)}");
                json.WriteEndArray();
            }

            json.WriteStartObject("partialFingerprints");
            json.WriteString("primaryLocationLineHash", finding.Fingerprint[..16] + ":1");
            json.WriteString("medcodes/v1", finding.Fingerprint);
            json.WriteEndObject();
            if (finding.Edits.Length > 0)
                WriteFixes(finding);
            if (settings.SarifSuppressed)
                WriteSuppressions(result);
            json.WriteEndObject();
        }

        // SARIF 3.27.23: where one result says whether it is suppressed, all do.
        private void WriteSuppressions(ShownAside result)
        {
            json.WriteStartArray("suppressions");
            if (result.Reason is not null)
            {
                json.WriteStartObject();
                json.WriteString("kind", result.Reason == SetAsideReason.Suppressed ? "inSource" : "external");
                json.WriteString("status", "accepted");
                if ((result.Reason == SetAsideReason.Baselined ? "part of the baseline" : result.Justification) is { } why)
                    json.WriteString("justification", Printable.Prose(why));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        private void WriteLocation(ShownPlace place, int? id, string? message)
        {
            json.WriteStartObject();
            if (id is { } number)
                json.WriteNumber("id", number);
            json.WriteStartObject("physicalLocation");
            WriteArtifact(place.File);
            WriteRegion("region", place.Region.Value);
            json.WriteEndObject();
            if (Logical(place) is { Length: > 0 } logical)
            {
                json.WriteStartArray("logicalLocations");
                json.WriteStartObject();
                json.WriteString("fullyQualifiedName", logical);
                json.WriteString("kind", place.IsPage ? "section" : "element");
                json.WriteEndObject();
                json.WriteEndArray();
            }

            if (message is not null)
                json.WriteMessage("message", message);
            json.WriteEndObject();
        }

        private static string Logical(ShownPlace place) => place.Claim is { } claim
            ? FormattableString.Invariant($"claim {claim}/{place.Path}").TrimEnd('/')
            : Printable.Of(place.Section ?? place.Path);

        private void WriteFixes(ShownFinding finding)
        {
            json.WriteStartArray("fixes");
            json.WriteStartObject();
            json.WriteMessage("description", Printable.Prose(finding.Rule.Fix));
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            WriteArtifact(finding.Place.File);
            json.WriteStartArray("replacements");
            foreach (var edit in finding.Edits)
            {
                json.WriteStartObject();
                WriteRegion("deletedRegion", edit.Region);
                json.WriteMessage("insertedContent", edit.Replacement);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        private void WriteArtifact(string file)
        {
            json.WriteStartObject("artifactLocation");
            var path = settings.Relative(file);
            var uri = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            json.WriteString("uri", path.StartsWith('/') ? "file://" + uri : uri);
            json.WriteEndObject();
        }

        private void WriteRegion(string name, Region region)
        {
            json.WriteStartObject(name);
            json.WriteNumber("startLine", region.StartLine);
            json.WriteNumber("startColumn", region.StartColumn);
            json.WriteNumber("endLine", region.EndLine);
            json.WriteNumber("endColumn", region.EndColumn);
            json.WriteNumber("byteOffset", region.ByteOffset);
            json.WriteNumber("byteLength", region.ByteLength);
            json.WriteEndObject();
        }
    }
}
