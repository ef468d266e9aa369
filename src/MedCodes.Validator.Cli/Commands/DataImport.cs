using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data import FILE…</c>.</summary>
internal sealed class DataImport
{
    private readonly ITerminal _terminal;

    private readonly Argument<string[]> _files = new("FILES")
    {
        Description = "Tables as published, zips as downloaded; told apart by content. All parts of a release together.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _release = new("--release")
    {
        Description = "The release, such as 2024Q3, of files whose names do not tell it.",
        HelpName = "NAME",
    };

    private readonly Option<string> _setting = new("--setting")
    {
        Description = "practitioner or hospital, for procedure-to-procedure edits in files whose names do not tell it.",
        HelpName = "NAME",
    };

    private readonly Option<string> _data = DataFolderOption.Create();
    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Show no progress on a terminal." };

    public DataImport(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("import", "Import tables; all of the files or nothing.") { _files, _data, _release, _setting, _noProgress };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var folder = DataFolderOption.Require(parsed.GetValue(_data), _terminal);
        var files = parsed.GetValue(_files) ?? [];
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new FailureException($"cannot read '{missing}': there is no such file");
        var options = new ImportOptions { Release = parsed.GetValue(_release), Setting = parsed.GetValue(_setting) };
        using var progress = _terminal.ErrorIsTerminal && !parsed.GetValue(_noProgress) ? new ProgressLine(_terminal.Error) : null;
        var result = DataFolderOption.Guarded(folder, () => TableImport.Import(folder, files, options, progress));
        progress?.Dispose();
        if (!result.Refusals.IsEmpty)
            throw new FailureException(string.Join('\n', result.Refusals.Append("nothing was imported")));

        foreach (var problem in result.Problems)
            _terminal.Error.Write($"warning: {problem.File}, line {problem.Line}: {problem.Message}; the row is left out\n");
        var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var release in result.Releases)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"imported {DataFolderOption.Describe(release)}: {release.Rows:#,0} rows, {release.CoversFrom:yyyy-MM-dd} to {release.CoversThrough:yyyy-MM-dd}"));
            text.Write(release.BadRows > 0 ? string.Create(CultureInfo.InvariantCulture, $", {release.BadRows} malformed {(release.BadRows == 1 ? "row" : "rows")} left out\n") : "\n");
        }

        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }
}
