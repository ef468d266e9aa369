using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes a report to wherever the command line asks for it.</summary>
internal sealed class ReportOutput(ITerminal terminal, string colour, PhiLevel? phi)
{
    private const int BufferLength = 1 << 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Refuses what must never happen before any claim is read: a patient's data on a console or in a build log.</summary>
    /// <exception cref="FailureException">Everything is to be shown, and not in a file.</exception>
    public void Require(IEnumerable<OutputRequest> requests)
    {
        if (phi == PhiLevel.Show && requests.Any(request => request.Path is null || OutputFile.IsDevice(request.Path)))
            throw new FailureException("--phi show writes to files only; give every format a file, as in -o json=report.json");
    }

    /// <summary>Writes one format.</summary>
    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public void Write(Report report, OutputRequest request)
    {
        try
        {
            var level = phi ?? DefaultLevel(request);
            if (request.Path is null)
                Write(report, request, terminal.Output, level);
            else
                OutputFile.Write(request.Path, level != PhiLevel.Mask, stream => Write(report, request, stream, level));
        }
        catch (IOException error) when (request.Path is null && ClosedOutputException.IsMeantBy(error))
        {
            throw new ClosedOutputException();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot write the {request.Format} report to {request.Path ?? "standard output"}: {error.Message}");
        }
    }

    private PhiLevel DefaultLevel(OutputRequest request) =>
        request is { Format: "human", Path: null } && terminal.OutputIsTerminal && terminal.Variable("CI") is null
            ? PhiLevel.Account
            : PhiLevel.Mask;

    private void Write(Report report, OutputRequest request, Stream target, PhiLevel level)
    {
        var buffered = new BufferedStream(target, BufferLength);
        if (request.Format == "json")
        {
            JsonReport.Write(report, buffered, level);
        }
        else
        {
            var inColour = request.Path is null && Colours.Wanted(colour, terminal, terminal.OutputIsTerminal);
            var writer = new StreamWriter(buffered, Utf8, leaveOpen: true);
            HumanReport.Write(report, writer, level, inColour);
            writer.Flush();
        }

        buffered.Flush();
    }
}
