using System.CommandLine;
using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes baseline create|update|prune|show</c>. Findings in claim files count only where the baseline is named.</summary>
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
            Verb("create", "Write the baseline of what is found now in pages, and in claims where --baseline names it; what stands there must not.", Create),
            Verb("update", "Write it anew.", (options, run) => Taken(options, run, BaselineFile.PathOf(options.Baseline ?? run.Configuration.Baseline?.Value))),
            Verb("prune", "Take out what is no longer found.", Prune),
            Show(),
        };
    }

    public Command Command { get; }

    private Command Verb(string name, string description, Func<CheckOptions, CheckRun, int> act)
    {
        var command = new Command(name, description);
        var arguments = new CheckArguments(_terminal);
        arguments.AddTo(command);
        command.SetAction(parsed =>
        {
            var options = arguments.Read(parsed);
            using var run = CheckRun.Make(options with { Baseline = "none" }, _terminal, _check);
            return act(options, run);
        });
        return command;
    }

    private int Create(CheckOptions options, CheckRun run)
    {
        var path = Path.GetFullPath(options.Baseline ?? run.Configuration.Baseline?.Value ?? BaselineFile.UsualName);
        return File.Exists(path)
            ? throw new FailureException($"'{path}' is there already; medcodes baseline update writes it anew, prune takes out what is no longer found")
            : Taken(options, run, path);
    }

    private int Taken(CheckOptions options, CheckRun run, string path)
    {
        var baseline = Baseline.Of(run.Report, found => BaselineFile.Relative(path, found), claims: options.Baseline is not null);
        var left = run.Report.Findings.Count - baseline.Count;
        return Save(options, path, baseline, left == 0 ? "" : FormattableString.Invariant($"; {left:N0} in claim files left out, which only a baseline holds that --baseline names"));
    }

    private int Prune(CheckOptions options, CheckRun run)
    {
        var path = BaselineFile.PathOf(options.Baseline ?? run.Configuration.Baseline?.Value);
        var file = BaselineFile.Read(path);
        var pruned = file.Pruned(run.Report);
        return Save(options, path, pruned, FormattableString.Invariant($"; {file.Baseline.Count - pruned.Count:N0} taken out"));
    }

    private Command Show()
    {
        var path = new Argument<string?>("PATH") { Description = "The baseline. Default: the nearest medcodes-baseline.json.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "Say what it holds.") { path };
        command.SetAction(parsed =>
        {
            var baseline = BaselineFile.Read(BaselineFile.PathOf(parsed.GetValue(path))).Baseline;
            StandardOutput.Write(_terminal, string.Concat(baseline.Entries.Select(entry => FormattableString.Invariant($"{entry.Count,7} {entry.Rule} {entry.Path}\n"))));
            return ExitCode.Clean;
        });
        return command;
    }

    private int Save(CheckOptions options, string path, Baseline baseline, string besides)
    {
        try
        {
            OutputFile.Write(path, isPrivate: false, stream => stream.Write(Encoding.UTF8.GetBytes(baseline.Write())));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot write the baseline '{path}': {Reason.OfWriting(error, path)}");
        }

        if (!options.Quiet)
            _terminal.Error.Write($"{path}: {Counted.Of(baseline.Count, "finding")}{besides}\n");
        return ExitCode.Clean;
    }
}
