using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data verify</c>: reads every release as a whole and compares it with its checksum.</summary>
internal sealed class DataVerify
{
    private readonly ITerminal _terminal;
    private readonly Option<string> _data = DataFolderOption.Create();

    public DataVerify(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("verify", "Compare every release with its checksum.") { _data };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var folder = DataFolderOption.Require(parsed.GetValue(_data), _terminal);
        var checks = DataFolderOption.Guarded(folder, () => ReferenceData.Verify(folder));
        foreach (var (file, _) in checks.Where(check => check.Value is null))
            StandardOutput.Write(_terminal, $"good: {file}\n");
        if (checks.Where(check => check.Value is not null).Select(check => $"{check.Key}: {check.Value}").ToList() is { Count: > 0 } damaged)
            throw new FailureException(string.Join('\n', damaged.Append("import these releases again, or remove them")));
        if (checks.IsEmpty)
            StandardOutput.Write(_terminal, "nothing is imported\n");
        return ExitCode.Clean;
    }
}
