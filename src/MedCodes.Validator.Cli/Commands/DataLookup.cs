using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data lookup TABLE VALUE…</c>: asks a table as rules do, and tells why it answers what it answers.</summary>
internal sealed class DataLookup
{
    private readonly ITerminal _terminal;
    private readonly Argument<string> _table = new("TABLE") { Description = "The table." };

    private readonly Argument<string[]> _values = new("VALUES")
    {
        Description = "The values of its key, such as column 1 and column 2; names such as the setting are given with --where.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _on = new("--on") { Description = "The day that the row must be in force on. Default: today.", HelpName = "YYYY-MM-DD" };
    private readonly Option<string> _asOf = new("--as-of") { Description = "The day that stands for today. Default: today.", HelpName = "YYYY-MM-DD" };

    private readonly Option<string[]> _where = new("--where")
    {
        Description = "A name in the key, such as setting=hospital; may be repeated. Default: all that are known.",
        HelpName = "COLUMN=NAME",
    };

    private readonly Option<string> _data = DataFolderOption.Create();
    private readonly Option<bool> _extrapolate = DataFolderOption.CreateExtrapolate();
    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    public DataLookup(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("lookup", "Ask a table as rules do.") { _table, _values, _on, _where, _asOf, _data, _extrapolate, _rules };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var data = DataFolderOption.Open(parsed.GetValue(_data), _terminal, parsed.GetValue(_extrapolate));
        var rules = RuleLibrary.Load(parsed.GetValue(_rules), _terminal);
        var today = DateOnly.FromDateTime(_terminal.Clock.GetLocalNow().Date);
        var asOf = Day("--as-of", parsed.GetValue(_asOf)) ?? today;
        var on = Day("--on", parsed.GetValue(_on)) ?? asOf;
        var name = parsed.GetValue(_table)!;
        return DataFolderOption.Guarded(DataFolderOption.Of(parsed.GetValue(_data), _terminal) ?? "", () =>
        {
            var all = rules.With(data);
            var tables = all.DescribeTables();
            var table = tables.FirstOrDefault(one => one.Name == name)
                ?? throw new FailureException($"there is no table '{name}'{Spelling.Hint(name, tables.Select(one => one.Name))}");
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            foreach (var key in Keys(table, parsed.GetValue(_values) ?? [], Wheres(table, parsed.GetValue(_where) ?? [])))
                Write(all.LookUp(name, key, on, asOf), name, on, text);
            StandardOutput.Write(_terminal, text.ToString());
            return ExitCode.Clean;
        });
    }

    // A key is complete with every combination of the names that were not given.
    private static IEnumerable<Dictionary<string, string>> Keys(TableDescription table, string[] values, Dictionary<string, string> wheres)
    {
        var names = table.Names.ToDictionary(one => one.Column, one => one.Values, StringComparer.Ordinal);
        if (table.Keys.FirstOrDefault(columns => columns.Count(column => !names.ContainsKey(column)) == values.Length) is not { IsDefault: false } key)
        {
            var ways = table.Keys.Select(columns => string.Join(" and ", columns.Where(column => !names.ContainsKey(column))));
            throw new FailureException($"the table '{table.Name}' is asked by {string.Join(", or by ", ways)}");
        }

        IEnumerable<Dictionary<string, string>> keys = [key.Where(column => !names.ContainsKey(column)).Zip(values).ToDictionary(pair => pair.First, pair => pair.Second.ToUpperInvariant())];
        foreach (var column in key.Where(names.ContainsKey))
        {
            var chosen = wheres.TryGetValue(column, out var one) ? [one] : names[column];
            if (chosen.IsEmpty)
                throw new FailureException($"the table '{table.Name}' is asked with --where {column}=NAME besides");
            keys = keys.SelectMany(partial => chosen.Select(value => new Dictionary<string, string>(partial) { [column] = value })).ToList();
        }

        return keys;
    }

    private static Dictionary<string, string> Wheres(TableDescription table, string[] written)
    {
        var wheres = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in written)
        {
            if (one.Split('=') is not [var column, var value] || !table.Names.Any(names => names.Column == column))
            {
                throw new FailureException(table.Names.IsEmpty
                    ? $"the table '{table.Name}' has no names in its key; --where is not for it"
                    : $"--where takes {string.Join(" or ", table.Names.Select(names => $"{names.Column}=NAME"))}, not '{one}'");
            }

            wheres[column] = value;
        }

        return wheres;
    }

    private static void Write(TableExplanation answer, string table, DateOnly on, StringWriter text)
    {
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table} {string.Join(' ', answer.Key.Select(part => part.Value))} on {on:yyyy-MM-dd}: {(answer.Found ? "found" : answer.Reason)}"));
        if (answer.Release is { } release)
            text.WriteLine($"  release {release} ({answer.Source}){(answer.Extrapolated ? "; the day lies beyond what it covers" : "")}");
        foreach (var row in answer.Rows)
        {
            var state = !row.Counts ? "never counts" : !row.IsInForce ? "not in force" : row.IsChosen ? "counts" : "in force";
            var cells = string.Join(", ", row.Cells.Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key} {cell.Value}"));
            text.WriteLine($"  {(cells.Length > 0 ? cells : "the row")}: {state}");
        }
    }

    private static DateOnly? Day(string option, string? text)
    {
        if (text is null)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FailureException($"{option} takes a day such as 2024-09-01, not '{text}'");
    }
}
