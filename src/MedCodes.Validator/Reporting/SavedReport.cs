using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Reads a report that was saved as NDJSON, so that it can be written in other formats without checking again.</summary>
public static class SavedReport
{
    /// <summary>Reads a saved report.</summary>
    /// <param name="input">The lines; it is not closed.</param>
    /// <exception cref="InvalidDataException">It is no saved report, or it is cut off. The message names the line and nothing that stands in it.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public static ShownReport Read(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reader = new StreamReader(input, leaveOpen: true);
        var records = new Records();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                using var record = JsonDocument.Parse(line);
                records.Add(record.RootElement);
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"line {number} is no record of a saved report"));
            }
        }

        return records.ToReport() ?? throw new InvalidDataException("the report is cut off: the line that says that it is complete is missing");
    }

    private sealed class Records
    {
        private const int BlockLength = 64;

        private readonly ImmutableArray<CheckedFile>.Builder _files = ImmutableArray.CreateBuilder<CheckedFile>();
        private readonly List<ShownFinding> _findings = [];
        private readonly SavedFindings _reader = new();
        private RunDescription? _run;
        private PhiLevel _phi;
        private JsonElement? _summary;

        public void Add(JsonElement record)
        {
            switch (record.GetProperty("type").GetString())
            {
                case "run":
                    AddRun(record);
                    break;
                case "file":
                    var kind = Words.KindOf(record.Text("kind"));
                    _files.Add(new CheckedFile(record.Text("path"), kind, record.Number("claims"), record.Number("lines"), record.Number("pages")));
                    _reader.AddFile(_files[^1]);
                    break;
                case "rule":
                    _reader.AddRule(record);
                    break;
                case "finding":
                    _findings.Add(_reader.Finding(record));
                    break;
                case "summary":
                    _summary = record.Clone();
                    break;
                default:
                    throw new FormatException();
            }
        }

        public ShownReport? ToReport()
        {
            if (_run is null || _summary is not { } end || !end.GetProperty("complete").GetBoolean())
                return null;
            var run = _run with
            {
                Profiles = [.. end.GetProperty("profiles").EnumerateArray().Select(profile => new UsedProfile(profile.Text("name"), profile.Number("claims"), profile.Number("byDefault"))
                {
                    Settings = profile.TryGetProperty("settings", out _) ? profile.Texts("settings") : [],
                })],
            };
            var (summary, ledger) = (end.GetProperty("summary"), end.GetProperty("ledger"));
            var counts = new OutcomeCounts(
                ledger.Number("pass"), ledger.Number("fail"), ledger.Number("bypassed"), ledger.Number("notApplicable"), ledger.Number("notEvaluated"));
            return new ShownReport(_phi, new ShownContent
            {
                Run = run,
                Files = _files.ToImmutable(),
                Ledger = new Ledger([new LedgerEntry("", counts)], [.. end.GetProperty("notEvaluated").EnumerateArray().Select(cause =>
                    new NotEvaluatedCause(cause.Text("rule"), cause.Text("reason"), cause.Number("count")))]),
                Totals = ReportTotals.Of(_files, summary.Number("errors"), summary.Number("warnings"), summary.Number("infos")),
                SetAside = new SetAsideCounts(
                    summary.Number("suppressed"), summary.Number("waived"), summary.Number("baselined"), summary.Number("unchanged")),
                Blocks = InCanonicalOrder().Chunk(BlockLength).ToList(),
                ByFile = ByFile(),
                BlocksOfRun = OfPhase(FindingPhase.Run).Chunk(BlockLength),
            });
        }

        private void AddRun(JsonElement record)
        {
            var tool = record.GetProperty("tool");
            if (!record.Text("schemaVersion").StartsWith("3.", StringComparison.Ordinal))
                throw new FormatException();
            _phi = Words.PhiOf(record.Text("phi"));
            _run = new RunDescription(
                tool.Text("version"),
                tool.Text("rules")["sha256:".Length..],
                tool.Text("engine"),
                DateOnly.ParseExact(record.Text("asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                [.. record.GetProperty("tables").EnumerateArray().Select(table => new LoadedTable(
                    table.Text("name"), table.Text("release"), table.Number("rows"), table.Text("source"), table.GetProperty("curated").GetBoolean()))],
                []);
        }

        private IEnumerable<FoundInFile<ShownFinding>> ByFile()
        {
            if (_findings.Any(finding => finding.FileNumber < 1 || finding.FileNumber > _files.Count))
                throw new InvalidDataException("a finding stands in a file that the report does not list");
            var found = _findings.ToLookup(finding => (finding.FileNumber, finding.Phase));
            IEnumerable<IEnumerable<ShownFinding>> Of(int? number, FindingPhase phase) => found[(number, phase)].Chunk(BlockLength);
            return _files.Select((file, place) => new FoundInFile<ShownFinding>(file, Of(place + 1, FindingPhase.Claim), Of(place + 1, FindingPhase.File)))
                .Append(new FoundInFile<ShownFinding>(null, Of(null, FindingPhase.Claim), Of(null, FindingPhase.File)));
        }

        // What was known before the whole run was read goes back to its places between the others. What stands in no file that was checked, such
        // as a configuration, comes first.
        private IEnumerable<ShownFinding> InCanonicalOrder()
        {
            static FindingKey KeyOf(ShownFinding finding) => new(
                finding.FileNumber ?? 0, finding.Place.Region.Value.ByteOffset, finding.Rule.Id, finding.Place.Claim ?? 0, Sequence: 0);
            var early = new Queue<ShownFinding>(_findings.Where(finding => finding.Phase != FindingPhase.Run).OrderBy(KeyOf));
            foreach (var finding in OfPhase(FindingPhase.Run))
            {
                while (early.TryPeek(out var next) && KeyOf(next).CompareTo(KeyOf(finding)) < 0)
                    yield return early.Dequeue();
                yield return finding;
            }

            foreach (var last in early)
                yield return last;
        }

        private IEnumerable<ShownFinding> OfPhase(FindingPhase phase) => _findings.Where(finding => finding.Phase == phase);
    }
}
