using System.CommandLine;
using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes baseline create|update|prune|show</c>.</summary>
internal sealed class BaselineCommand
{
    private readonly ITerminal _terminal;
    private readonly Checking _check;

    public BaselineCommand(ITerminal terminal, Checking check)
    {
        _terminal = terminal;
        _check = check;
        Command = new Command("baseline", "Keep the findings that are there now out of later reports.")
        {
            Verb("create", "Write the baseline of what is found now; what stands there must not.", Create),
            Verb("update", "Write it anew.", (options, path) => Save(options, path, Found(options, path))),
            Verb("prune", "Take out what is no longer found.", Prune),
            Show(),
        };
    }

    public Command Command { get; }

    private Command Verb(string name, string description, Func<CheckOptions, string, int> run)
    {
        var command = new Command(name, description);
        var arguments = new CheckArguments(_terminal);
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = arguments.Read(parsed);
            return run(options with { Baseline = "none" }, Path.GetFullPath(options.Baseline ?? BaselineFile.UsualName));
        });
        return command;
    }

    private int Create(CheckOptions options, string path) => File.Exists(path)
        ? throw new FailureException($"'{path}' is there already; medcodes baseline update writes it anew, prune takes out what is no longer found")
        : Save(options, path, Found(options, path));

    private int Prune(CheckOptions options, string path)
    {
        var file = BaselineFile.Read(path);
        var folder = Path.GetDirectoryName(path)!;
        return Save(options, path, file.Baseline.Prune(Run(options).Report, file.PathOf, kept => File.Exists(Path.Join(folder, kept))));
    }

    private Command Show()
    {
        var path = new Argument<string>("PATH") { Description = "The baseline.", DefaultValueFactory = _ => BaselineFile.UsualName };
        var command = new Command("show", "Say what it holds.") { path };
        command.SetAction(parsed =>
        {
            var baseline = BaselineFile.Read(Path.GetFullPath(parsed.GetValue(path)!)).Baseline;
            StandardOutput.Write(_terminal, string.Concat(baseline.Entries.Select(entry => FormattableString.Invariant($"{entry.Count,7} {entry.Rule} {entry.Path}\n"))));
            return ExitCode.Clean;
        });
        return command;
    }

    private CheckRun Run(CheckOptions options) => CheckRun.Make(options, _terminal, _check);

    private Baseline Found(CheckOptions options, string path)
    {
        using var run = Run(options);
        return Baseline.Of(run.Report.Findings, found => BaselineFile.Relative(path, found));
    }

    private int Save(CheckOptions options, string path, Baseline baseline)
    {
        try
        {
            OutputFile.Write(path, isPrivate: false, stream => stream.Write(Encoding.UTF8.GetBytes(baseline.Write())));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot write the baseline '{path}': {error.Message}");
        }

        if (!options.Quiet)
            _terminal.Error.Write(FormattableString.Invariant($"{path}: {baseline.Count} findings\n"));
        return ExitCode.Clean;
    }
}
