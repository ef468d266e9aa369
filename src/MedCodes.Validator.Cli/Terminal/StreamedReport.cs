using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// A report in NDJSON that is written while the check goes on. On standard output each line can be read when it is written; a file appears
/// when the report is complete, and not at all where it breaks off.
/// </summary>
/// <param name="request">Where to.</param>
/// <param name="standardOutput">Standard output.</param>
/// <param name="phi">How much of a patient's data it shows.</param>
/// <param name="redaction">What it hides besides.</param>
/// <param name="jobs">How many blocks of findings are written at a time.</param>
internal sealed class StreamedReport(OutputRequest request, Stream standardOutput, PhiLevel phi, Redaction redaction, int jobs) : IEarlyFindings, IDisposable
{
    private OutputFile? _file;
    private Stream? _buffered;
    private NdjsonReport? _report;

    /// <inheritdoc/>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public void Begin(RunDescription run) => Written(report => report.Begin(run));

    /// <inheritdoc/>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public void Take(ContentKind kind, FindingList findings) => Written(report => report.Take(kind, findings));

    /// <inheritdoc/>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public void Close(CheckedFile file, FindingList findings) => Written(report => report.Close(file, findings));

    /// <summary>Writes the rest, or all of it where nothing was handed on before.</summary>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public void End(Report report)
    {
        Written(written => written.End(report));
        ReportOutput.Guarded(request, () => _file?.Keep());
    }

    public void Dispose() => _file?.Dispose();

    private void Written(Action<NdjsonReport> write)
    {
        if (_report is null)
        {
            ReportOutput.Guarded(request, () => _file = request.Path is null ? null : new OutputFile(request.Path, isPrivate: phi != PhiLevel.Mask));
            _buffered = ReportOutput.Buffered(_file?.Content ?? standardOutput, request);
            _report = new NdjsonReport(_buffered, phi, redaction, jobs);
        }

        ReportOutput.Quoting(() =>
        {
            write(_report);
            _buffered!.Flush();
        });
    }
}
