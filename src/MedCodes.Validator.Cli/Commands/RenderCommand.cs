using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes render RESULTS</c>: writes a saved report in other formats without checking again.</summary>
internal sealed class RenderCommand
{
    private readonly ITerminal _terminal;
    private readonly Argument<string> _results = new("RESULTS") { Description = "A report written with -o ndjson; - reads standard input." };
    private readonly Option<string[]> _output = new("--output", "-o") { Description = "As of check.", HelpName = "FORMAT[=PATH]" };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "As of check.", HelpName = "LEVEL" };
    private readonly Option<string> _color = new("--color") { Description = "auto, always or never.", HelpName = "WHEN" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing on standard error but what failed." };

    public RenderCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("render", "Write a saved report in other formats without checking again.") { _results, _output, _failOn, _color, _quiet };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var said = new Said(parsed, _terminal);
        var outputs = OutputRequest.Parse(said.Many(_output));
        var report = Read(parsed.GetValue(_results)!);

        // What was saved cannot be masked afterwards.
        if (report.Phi != PhiLevel.Mask && outputs.FirstOrDefault(request => ReportFormats.IsPublic(request.Format)) is { } shown)
            throw new FailureException($"the saved report shows patients' accounts, and everybody reads {shown.Format}; save it with --phi mask");
        var output = new ReportOutput(_terminal, said.Choice(_color, Colours.Choices) ?? "auto", report.Phi, said.Is(_quiet));
        output.Require(outputs);
        output.Write(_ => report, outputs);
        return Verdict.Of(new FailureLimits(said.Choice(_failOn, ["error", "warning", "info", "never"]), null, false), ProjectConfiguration.Empty, report);
    }

    private ShownReport Read(string path)
    {
        try
        {
            if (path == "-")
                return SavedReport.Read(_terminal.Input);
            using var file = File.OpenRead(path);
            return SavedReport.Read(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FailureException($"cannot read {InputFiles.NameOf(path)}: {Reason.OfReading(error, path)}");
        }
    }
}
