using System.CommandLine;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes inspect FILE…</c>: what claim files hold, masked.</summary>
internal sealed class InspectCommand
{
    private readonly ITerminal _terminal;

    private readonly Argument<string[]> _paths = new("FILE")
    {
        Description = "Claim files (X12 837, canonical JSON), compressed with gzip or not; - reads standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly PhiOption _phi = new("mask shows years only and no senders or control numbers, account shows them.");

    public InspectCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("inspect", "Show what claim files hold.") { _paths, _phi.Option };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var level = _phi.Of(parsed, _terminal);
        using var inputs = InputFiles.Open(parsed.GetValue(_paths) ?? [], _terminal.Input, "inspect");
        using var text = new StringWriter { NewLine = "\n" };
        var isKnown = true;
        foreach (var file in inputs.Files)
        {
            var summary = Summarize(file);
            isKnown &= summary.Kind != ContentKind.Unrecognized;
            new FileInspection(summary, level).Write(text);
        }

        StandardOutput.Write(_terminal, text.ToString());
        return isKnown ? ExitCode.Clean : ExitCode.Findings;
    }

    private static FileSummary Summarize(SourceFile file)
    {
        try
        {
            return FileSummary.Of(file);
        }
        catch (IOException error)
        {
            throw new FailureException($"'{file.Path}' can no longer be read: {Reason.OfReading(error, file.Path)}");
        }
    }
}
