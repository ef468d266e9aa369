using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes a report to wherever the command line asks for it.</summary>
internal sealed class ReportOutput(ITerminal terminal, string colour, PhiLevel? phi, bool quiet = false)
{
    // The bytes that are written at a time.
    private const int BufferLength = 1 << 16;

    /// <summary>The exit code of the run, which some formats tell. Default: null, they go by the errors.</summary>
    public int? ExitCode { get; init; }

    /// <summary>How many blocks of findings are written at a time. Default: 1.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>Whether SARIF holds what is suppressed, too. Default: no.</summary>
    public bool SarifSuppressed { get; init; }

    /// <summary>Refuses what must never happen before any claim is read: a patient's data on a console, in a build log or a pull request.</summary>
    /// <exception cref="FailureException">Everything is to be shown, and not in a file, or in a format that everybody reads.</exception>
    public void Require(IEnumerable<OutputRequest> requests)
    {
        foreach (var request in phi == PhiLevel.Show ? requests : [])
        {
            if (ReportFormats.IsPublic(request.Format))
                throw new FailureException($"--phi show is not for {request.Format}, which everybody reads");
            if (request.Path is null || OutputFile.IsDevice(request.Path))
                throw new FailureException("--phi show writes to files only; give every format a file, as in -o json=report.json");
        }
    }

    /// <summary>Writes all formats.</summary>
    /// <param name="report">The report at a level of privacy.</param>
    /// <param name="requests">Where to.</param>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">An output cannot be written.</exception>
    public void Write(Func<PhiLevel, ShownReport> report, IReadOnlyList<OutputRequest> requests)
    {
        // Standard output comes last: when its reader has gone away, the files are still there.
        foreach (var request in requests.OrderBy(request => request.Path is null))
            Write(report, request);
    }

    /// <summary>A report that is written while the check goes on.</summary>
    /// <param name="request">Where to, in NDJSON.</param>
    /// <param name="redaction">What is hidden besides.</param>
    public StreamedReport Streamed(OutputRequest request, Redaction redaction) => new(request, terminal.Output, LevelOf(request), redaction, Jobs);

    /// <summary>Does what writes to an output, and says so where it cannot be written.</summary>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public static void Guarded(OutputRequest request, Action write)
    {
        try
        {
            write();
        }
        catch (IOException error) when (request.Path is null && ClosedOutputException.IsMeantBy(error))
        {
            throw new ClosedOutputException();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not SpillException)
        {
            throw new FailureException($"cannot write the {request.Format} report to {request.Path ?? "standard output"}: {Reason.OfWriting(error, request.Path)}");
        }
    }

    /// <summary>A stream for a report, with room for what is written at a time.</summary>
    /// <param name="target">Where the bytes go; it is not closed.</param>
    /// <param name="request">What the user calls it.</param>
    public static Stream Buffered(Stream target, OutputRequest request) => new BufferedStream(new ReportStream(target, request), BufferLength);

    /// <summary>Does what makes a report and writes it to <see cref="Buffered"/>, and says so where a file cannot be read that it quotes.</summary>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written, or a file can no longer be read.</exception>
    public static void Quoting(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not SpillException)
        {
            throw new FailureException($"a file can no longer be read: {Reason.OfReading(error)}");
        }
    }

    private void Write(Func<PhiLevel, ShownReport> report, OutputRequest request) => Guarded(request, () =>
    {
        var shown = report(LevelOf(request));
        if (request.Path is null)
            Write(shown, request, terminal.Output);
        else
            OutputFile.Write(request.Path, shown.Phi != PhiLevel.Mask, stream => Write(shown, request, stream));
    });

    private PhiLevel LevelOf(OutputRequest request)
    {
        if (ReportFormats.IsPublic(request.Format))
            return PhiLevel.Mask;
        if (phi is { } chosen)
            return chosen;
        var isBuild = terminal.Variable("CI") is not null || terminal.Variable("GITHUB_ACTIONS") is not null;
        var isFile = request.Path is not null && !OutputFile.IsDevice(request.Path);
        return request.Format switch
        {
            // The worklist is for the biller, who must find the accounts, and may pipe it into a spreadsheet; a log of a build is not.
            "csv" when isFile || !isBuild => PhiLevel.Account,
            "human" when request.Path is null && terminal.OutputIsTerminal && !isBuild => PhiLevel.Account,
            _ => PhiLevel.Mask,
        };
    }

    private void Write(ShownReport report, OutputRequest request, Stream target)
    {
        var settings = new ReportSettings
        {
            Colour = request.Path is null && Colours.Wanted(colour, terminal, terminal.OutputIsTerminal),
            WorkingDirectory = Environment.CurrentDirectory,
            Root = ProjectFolder.Root(terminal),
            ExitCode = ExitCode,
            SarifSuppressed = SarifSuppressed,
            Jobs = Jobs,
        };
        string? leftOut = null;
        Quoting(() =>
        {
            var buffered = Buffered(target, request);
            leftOut = ReportFormats.Write(request.Format, report, buffered, settings);
            buffered.Flush();
        });
        if (leftOut is not null && !quiet)
            terminal.Error.Write($"note: {leftOut}\n");
    }
}
