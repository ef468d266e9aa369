using System.CommandLine;
using MedCodes.Validator.Batches.Search;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The options of the commands that look things up, and what they open.</summary>
internal sealed class PageOptions(ITerminal terminal)
{
    private readonly Option<string[]> _pages = new("--pages")
    {
        Description = "Files and directories of procedure pages to look into; may be repeated.",
        HelpName = "PATH",
    };

    private readonly Option<string> _asOf = new("--as-of")
    {
        Description = "The day on which rows of tables must be in force. Default: today.",
        HelpName = "YYYY-MM-DD",
    };

    private readonly Option<string> _rules = RuleLibrary.CreateOption();
    private readonly Option<string> _data = DataFolderOption.Create();

    public void AddTo(Command command)
    {
        command.Add(_pages);
        command.Add(_asOf);
        command.Add(_rules);
        command.Add(_data);
    }

    /// <exception cref="FailureException">A path cannot be read, a rule file is malformed, or the day is none.</exception>
    public PageBook Open(ParseResult parsed)
    {
        var day = CheckArguments.DayOrToday(parsed.GetValue(_asOf), terminal);
        var paths = parsed.GetValue(_pages) ?? [];
        using var inputs = paths.Length == 0 ? null : InputFiles.Open(paths, terminal.Input, "search");
        var data = DataFolderOption.Open(parsed.GetValue(_data), terminal);
        var own = RuleLibrary.Load(parsed.GetValue(_rules), terminal);
        var rules = DataFolderOption.Guarded(parsed.GetValue(_data) ?? "", () => own.With(data));
        try
        {
            return PageBook.Of(rules, inputs?.Files ?? [], day);
        }
        catch (IOException error)
        {
            throw new FailureException($"a file can no longer be read: {Reason.OfReading(error)}");
        }
    }
}
