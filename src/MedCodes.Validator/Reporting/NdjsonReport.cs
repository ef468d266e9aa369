using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes a report as one JSON object a line. A report that is cut off lacks the last line, which says that it is complete.</summary>
internal static class NdjsonReport
{
    public static void Write(ShownReport report, Stream output, int jobs = 1)
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

        // A rule is described before its first finding, which no block knows for itself.
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in OrderedBlocks.Of(report.Blocks, jobs, Block.Of))
        {
            using var lines = block.Lines;
            var written = 0;
            foreach (var (rule, at) in block.Rules.Where(rule => described.Add(rule.Rule.Id)))
            {
                output.Write(lines.Written[written..at]);
                written = at;
                Line(() => new JsonRules(json).Write(rule));
            }

            output.Write(lines.Written[written..]);
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

    /// <summary>The lines of some findings.</summary>
    /// <param name="Lines">Their bytes, which are given back by whoever takes them.</param>
    /// <param name="Rules">The rules, each with the place of its first line.</param>
    private sealed record Block(PooledBytes Lines, IReadOnlyList<(RuleDescription Rule, int At)> Rules)
    {
        private const int UsualLength = 1 << 17;

        public static Block Of(IEnumerable<ShownFinding> findings)
        {
            var bytes = new PooledBytes(UsualLength);
            using var json = new Utf8JsonWriter(bytes, JsonRun.Style(indented: false));
            var writer = new JsonFindings(json);
            var rules = new List<(RuleDescription Rule, int At)>();
            foreach (var finding in findings)
            {
                if (!rules.Exists(rule => rule.Rule.Id == finding.Rule.Id))
                    rules.Add((finding.Rule, bytes.Count));
                writer.Write(finding, asRecord: true);
                json.Flush();
                bytes.GetSpan(1)[0] = (byte)'\n';
                bytes.Advance(1);
                json.Reset();
            }

            return new Block(bytes, rules);
        }
    }
}
