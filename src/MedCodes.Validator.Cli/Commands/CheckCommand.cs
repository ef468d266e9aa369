using System.CommandLine;
using System.Globalization;
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
    private static readonly string[] Levels = ["mask", "account", "show"];
    private static readonly string[] Engines = ["built-in", "naive"];

    private readonly ITerminal _terminal;
    private readonly Checking _check;

    private readonly Argument<string[]> _paths = new("PATHS")
    {
        Description = "Files and directories to check, told apart by content; - reads standard input.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string[]> _output = new("--output", "-o")
    {
        Description = "human or json, on standard output or into a file; may be repeated. Default: human.",
        HelpName = "FORMAT[=PATH]",
    };

    private readonly Option<string> _asOf = new("--as-of")
    {
        Description = "The day that stands for today. Default: today.",
        HelpName = "YYYY-MM-DD",
    };

    private readonly Option<string> _phi = new("--phi")
    {
        Description = "How much of a patient's data is shown: mask, account or show (files only). Default: account on a terminal, else mask.",
        HelpName = "LEVEL",
    };

    private readonly Option<string> _rules = RuleLibrary.CreateOption();
    private readonly Option<string> _data = DataFolderOption.Create();

    private readonly Option<string> _engine = new("--engine")
    {
        Description = "built-in, or naive: the definition itself, which says the same, slowly. Default: built-in.",
        HelpName = "ENGINE",
    };

    private readonly Option<string> _color = new("--color")
    {
        Description = "auto, always or never.",
        HelpName = "WHEN",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say nothing on standard error but what failed." };
    private readonly Option<bool> _debug = new("--debug") { Description = "Tell on standard error what is going on." };

    public CheckCommand(ITerminal terminal, Checking check)
    {
        _terminal = terminal;
        _check = check;
        Command = new Command("check", "Check claims and procedure pages.") { _paths, _output, _asOf, _phi, _rules, _data, _engine, _color, _quiet, _debug };
        Command.SetAction(parsed => Run(Read(parsed)));
    }

    public Command Command { get; }

    private CheckOptions Read(ParseResult parsed) => new(
        parsed.GetValue(_paths) ?? [],
        OutputRequest.Parse(parsed.GetValue(_output) ?? []),
        parsed.GetValue(_asOf) is { } day ? Day(day) : DateOnly.FromDateTime(_terminal.Clock.GetLocalNow().Date),
        parsed.GetValue(_phi) is { } level ? (PhiLevel)Array.IndexOf(Levels, Choice("--phi", level, Levels)) : null,
        parsed.GetValue(_rules),
        parsed.GetValue(_data),
        Choice("--engine", parsed.GetValue(_engine) ?? "built-in", Engines) == "naive" ? EngineChoice.Naive : EngineChoice.BuiltIn,
        Choice("--color", parsed.GetValue(_color) ?? "auto", Colours.Choices),
        parsed.GetValue(_quiet),
        parsed.GetValue(_debug));

    private int Run(CheckOptions options)
    {
        var output = new ReportOutput(_terminal, options.Colour, options.Phi);
        output.Require(options.Outputs);
        var report = _check(options, InputFiles.Open(options.Paths, _terminal.Input));

        // Standard output comes last: when its reader has gone away, the files are still there.
        foreach (var request in options.Outputs.OrderBy(request => request.Path is null))
            output.Write(report, request);
        if (!options.Quiet && !options.Outputs.Any(request => request is { Format: "human", Path: null }))
            _terminal.Error.Write(HumanReport.Verdict(report) + "\n");
        return report.Count(Severity.Error) > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Choice(string option, string written, string[] known) => known.Contains(written)
        ? written
        : throw new FailureException($"{option} is one of {string.Join(", ", known)}, not '{written}'{Spelling.Hint(written, known)}");

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FailureException($"--as-of takes a day such as 2024-09-01, not '{text}'");
}
