using System.CommandLine;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Reads and judges files.</summary>
/// <exception cref="FailureException">The run cannot be made, for example because a rule is malformed.</exception>
internal delegate Report Checking(CheckOptions options, IReadOnlyList<SourceFile> files);

/// <summary><c>medcodes check PATHS</c>.</summary>
internal sealed class CheckCommand
{
    private readonly ITerminal _terminal;
    private readonly Checking _check;

    public CheckCommand(ITerminal terminal, Checking check)
    {
        _terminal = terminal;
        _check = check;
        Command = new Command("check", "Check claims and procedure pages.");
        var arguments = new CheckArguments(terminal);
        arguments.AddTo(Command);
        Command.SetAction(parsed => Run(arguments.Read(parsed)));
    }

    public Command Command { get; }

    private int Run(CheckOptions options)
    {
        new ReportOutput(_terminal, options.Colour, options.Phi).Require(options.Outputs);
        if (options.Timed)
            options = options with { Timings = new RunTimings(_terminal.Clock) };
        using var streamed = IsStreamed(options)
            ? new ReportOutput(_terminal, options.Colour, options.Phi) { Jobs = options.JobsOrUsual }.Streamed(options.Outputs[0], options.Redaction)
            : null;
        using var run = CheckRun.Make(options with { Early = streamed }, _terminal, _check);
        if (options.Diff)
            return PageFixes.Show(run.Report, _terminal);
        var (report, mended) = options.Fix ? PageFixes.Apply(run.Report) : (run.Report, 0);
        var code = CodeOf(options, run, report);

        var writing = options.Timings?.Stage("reports");
        var output = new ReportOutput(_terminal, options.Colour, options.Phi, options.Quiet) { ExitCode = code, SarifSuppressed = options.SarifSuppressed, Jobs = options.JobsOrUsual };
        if (streamed is null)
            output.Write(level => ShownReport.Of(report, level).With(options.Redaction), options.Outputs);
        else
            streamed.End(report);
        BuildServer.Tell(options, report, _terminal);
        writing?.Dispose();
        Say(options, run, report, mended);
        TellOfCrashes(report);
        return code;
    }

    // Whatever else needs the findings needs them all, and stages can be measured only one after the other.
    private bool IsStreamed(CheckOptions options) =>
        options is { Outputs: [{ Format: "ndjson" }], Changes: null, Fix: false, Diff: false, Timed: false } && !BuildServer.Listens(options, _terminal);

    private static int CodeOf(CheckOptions options, CheckRun run, Report report)
    {
        if (!report.Crashed.IsEmpty)
            return ExitCode.Failure;
        return options.StrictBaseline && run.Stale > 0 && !options.Limits.ExitZero
            ? ExitCode.Findings
            : Verdict.Of(options.Limits, run.Configuration, ShownReport.Of(report));
    }

    private void Say(CheckOptions options, CheckRun run, Report report, int mended)
    {
        var shown = ShownReport.Of(report);
        foreach (var rule in options.Statistics ? ByRule(report) : [])
            _terminal.Error.Write(rule);
        if (options.Timings is { } timings)
            TimingLines.Write(_terminal.Error, timings);
        if (options.Quiet)
            return;
        foreach (var file in options.Verbose ? report.Files : [])
            _terminal.Error.Write(FormattableString.Invariant($"{options.Redaction.NameOf(file.Path)}: {file.Kind.ToString().ToLowerInvariant()}, {Counted.Of(file.Claims, "claim")}, {Counted.Of(file.Lines, "service line")}\n"));
        foreach (var note in run.Notes)
            _terminal.Error.Write($"note: {note}\n");
        if (mended > 0)
            _terminal.Error.Write(FormattableString.Invariant($"note: mended {Counted.Of(mended, "finding")}\n"));
        if (!options.Outputs.Any(request => request is { Format: "human", Path: null }))
            _terminal.Error.Write(shown.Verdict + "\n");
    }

    private void TellOfCrashes(Report report)
    {
        foreach (var crashed in report.Crashed)
            _terminal.Error.Write($"error[MC9001]: the rule {crashed.Rule} {crashed.Name} crashed ({crashed.Fault}); where it did, it is not evaluated. This is a fault of medcodes, not of your files.\n");
    }

    private static IEnumerable<string> ByRule(Report report) => report
        .CountByRule()
        .OrderByDescending(rule => rule.Value)
        .ThenBy(rule => rule.Key.Id, StringComparer.Ordinal)
        .Select(rule => FormattableString.Invariant($"{rule.Value,7} {rule.Key.Id} {rule.Key.Name}\n"));
}
