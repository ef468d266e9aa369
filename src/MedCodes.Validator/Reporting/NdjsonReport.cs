using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// Writes a report as one JSON object a line: what is run, file by file the findings that a claim is enough for, the file, and the findings that
/// it is enough for, then the other findings, and a last line that says that it is complete; a report that is cut off lacks it. It may begin
/// while files are read, with the same bytes in the end.
/// </summary>
/// <remarks>Not for several threads at once.</remarks>
public sealed class NdjsonReport : IEarlyFindings
{
    /// <summary>The version of the form; its first number changes when a reader of the old form could break.</summary>
    public const string SchemaVersion = "3.0";

    private readonly HashSet<string> _described = new(StringComparer.Ordinal);
    private readonly SourceViews _sources = new();
    private readonly Stream _output;
    private readonly PhiLevel _phi;
    private readonly Redaction _redaction;
    private readonly int _jobs;
    private bool _hasBegun;
    private int _files;

    /// <summary>Makes a report of which nothing is written yet.</summary>
    /// <param name="output">Where to write; it is not closed.</param>
    /// <param name="phi">How much of a patient's data is shown.</param>
    /// <param name="redaction">What is hidden besides.</param>
    /// <param name="jobs">How many blocks of findings are written at a time, 1 or more.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No block could be written at a time.</exception>
    public NdjsonReport(Stream output, PhiLevel phi, Redaction redaction, int jobs)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(redaction);
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        (_output, _phi, _redaction, _jobs) = (output, phi, redaction, jobs);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Begin(RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(run);
        _hasBegun = true;
        WriteRecord("run", json =>
        {
            json.WriteString("schemaVersion", SchemaVersion);
            JsonRun.WriteTool(json, run);
            JsonRun.WriteTerms(json, run, _phi);
            json.WriteString("phi", Words.Of(_phi));
        });
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The output cannot be written, or the file can no longer be read for quoting it.</exception>
    public void Take(ContentKind kind, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (findings.Count == 0)
            return;
        Write(Shown(new CheckedFile(findings[0].Place.File.Path, kind, 0, 0), findings), _files + 1);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The output cannot be written, or the file can no longer be read for quoting it.</exception>
    public void Close(CheckedFile file, FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(findings);
        WriteFile(_redaction.Of(file));
        Write(Shown(file, findings), _files);
    }

    /// <summary>Writes what a report holds besides what was taken, and that this is all.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="IOException">The output cannot be written, or a file of the report can no longer be read for quoting it.</exception>
    public void End(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        End(ShownReport.Of(report, _phi, _sources).With(_redaction));
    }

    internal static void Write(ShownReport report, Stream output, int jobs = 1) => new NdjsonReport(output, report.Phi, new Redaction(), jobs).End(report);

    private void End(ShownReport report)
    {
        if (!_hasBegun)
        {
            Begin(report.Run);
            foreach (var found in report.ByFile)
            {
                Write(found.OfClaims, found.File is null ? null : _files + 1);
                if (found.File is not null)
                    WriteFile(found.File);
                Write(found.OfFile, found.File is null ? null : _files);
            }
        }

        Write(report.BlocksOfRun);
        WriteRecord("summary", json =>
        {
            json.WriteBoolean("complete", true);
            JsonRun.WriteProfiles(json, report.Run);
            JsonRun.WriteSummary(json, report);
            JsonRun.WriteLedger(json, report.Ledger);
        });
    }

    private IEnumerable<IEnumerable<ShownFinding>> Shown(CheckedFile file, FindingList findings)
    {
        var view = new FindingView(_phi, [file], _sources);
        return _redaction.Of(findings.Blocks.Select(block => block.Select(view.Of)));
    }

    private void WriteFile(CheckedFile file)
    {
        _files++;
        WriteRecord("file", json =>
        {
            json.WriteString("path", file.Path);
            json.WriteString("kind", Words.Of(file.Kind));
            json.WriteNumber("claims", file.Claims);
            json.WriteNumber("lines", file.Lines);
            json.WriteNumber("pages", file.Pages);
        });
    }

    private void WriteRecord(string type, Action<Utf8JsonWriter> writeMembers) => WriteLine(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        writeMembers(json);
        json.WriteEndObject();
    });

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_output, JsonRun.Style(indented: false)))
            write(json);
        _output.Write("\n"u8);
    }

    // Whoever looks at one file does not know its number among all.
    private void Write(IEnumerable<IEnumerable<ShownFinding>> blocks, int? fileNumber) =>
        Write(blocks.Select(block => block.Select(finding => finding.FileNumber == fileNumber ? finding : finding with { FileNumber = fileNumber })));

    private void Write(IEnumerable<IEnumerable<ShownFinding>> blocks)
    {
        // A rule is described before its first finding, which no block knows for itself.
        foreach (var block in OrderedBlocks.Of(blocks, _jobs, NdjsonBlock.Of))
        {
            using var lines = block.Lines;
            var written = 0;
            foreach (var (rule, at) in block.Rules.Where(rule => _described.Add(rule.Rule.Id)))
            {
                _output.Write(lines.Written[written..at]);
                written = at;
                WriteLine(json => new JsonRules(json).Write(rule));
            }

            _output.Write(lines.Written[written..]);
        }
    }
}
