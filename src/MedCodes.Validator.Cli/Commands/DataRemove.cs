using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data remove TABLE [RELEASE]</c>.</summary>
internal sealed class DataRemove
{
    private readonly ITerminal _terminal;
    private readonly Argument<string> _table = new("TABLE") { Description = "The table." };
    private readonly Argument<string?> _release = new("RELEASE") { Description = "The release; without it all are removed.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _part = new("--part") { Description = "Only the part of a program or setting, such as hospital.", HelpName = "NAME" };
    private readonly Option<string> _data = DataFolderOption.Create();

    public DataRemove(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("remove", "Remove releases of a table.") { _table, _release, _part, _data };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var folder = DataFolderOption.Require(parsed.GetValue(_data), _terminal);
        var (table, release) = (parsed.GetValue(_table)!, parsed.GetValue(_release));
        var removed = DataFolderOption.Guarded(folder, () => ReferenceData.Remove(folder, table, release, parsed.GetValue(_part)));
        if (removed.IsEmpty)
            throw new FailureException($"no such release is imported: {table} {release}".TrimEnd());
        StandardOutput.Write(_terminal, string.Concat(removed.Select(file => $"removed: {file}\n")));
        return ExitCode.Clean;
    }
}
