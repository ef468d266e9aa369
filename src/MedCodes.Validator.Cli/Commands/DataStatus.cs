using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes data status</c>: the releases, the dates that they cover, gaps, and what the rules want.</summary>
internal sealed class DataStatus
{
    private readonly ITerminal _terminal;
    private readonly Option<string> _data = DataFolderOption.Create();
    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    public DataStatus(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("status", "Show what is imported, and what the rules want.") { _data, _rules };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var folder = DataFolderOption.Of(parsed.GetValue(_data), _terminal);
        var data = DataFolderOption.Open(parsed.GetValue(_data), _terminal);
        var tables = RuleLibrary.Load(parsed.GetValue(_rules), _terminal).DescribeTables();
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"data folder: {folder ?? "none"}");
        WriteReleases(data, text);
        foreach (var gap in Gaps(data, tables))
            text.WriteLine($"gap: {gap}");
        foreach (var table in tables)
            WriteWants(table, data, text);
        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }

    private static void WriteReleases(ReferenceData data, StringWriter text)
    {
        if (data.Releases.IsEmpty)
            text.WriteLine("nothing is imported");
        var lines = data.Releases.Select(release => (string[])
        [
            release.Table,
            string.Join(' ', release.Part),
            release.Release,
            release.Rows.ToString("#,0 rows", CultureInfo.InvariantCulture),
            (release.Bytes / 1e6).ToString("#,0.0 MB", CultureInfo.InvariantCulture),
            $"covers {Days(release.CoversFrom, release.CoversThrough)}",
        ]).ToList();
        foreach (var line in lines)
        {
            var padded = line.Select((word, column) => column is 3 or 4
                ? word.PadLeft(lines.Max(one => one[column].Length))
                : word.PadRight(lines.Max(one => one[column].Length)));
            text.WriteLine("  " + string.Join("  ", padded).TrimEnd());
        }
    }

    // Where each release is a whole table for its period, a day between two of them has none.
    private static IEnumerable<string> Gaps(ReferenceData data, IEnumerable<TableDescription> tables)
    {
        var snapshots = tables.Where(table => table.IsSnapshot).Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return
            from part in data.Releases.Where(release => snapshots.Contains(release.Table)).GroupBy(release => (release.Table, Part: string.Join(' ', release.Part)))
            from pair in part.OrderBy(release => release.CoversFrom).Zip(part.OrderBy(release => release.CoversFrom).Skip(1))
            where pair.First.CoversThrough.AddDays(1) < pair.Second.CoversFrom
            select $"{part.Key.Table} {part.Key.Part} {Days(pair.First.CoversThrough.AddDays(1), pair.Second.CoversFrom.AddDays(-1))}".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static void WriteWants(TableDescription table, ReferenceData data, StringWriter text)
    {
        if (table.UsedBy.IsEmpty)
            return;
        var imported = data.Releases.Where(release => release.Table == table.Name).ToList();
        var curated = string.Join(", ", table.Curated.Where(release => release.Rows > 0).Select(release => string.Create(CultureInfo.InvariantCulture, $"curated {release.Name}, {release.Rows:#,0} rows")));
        var state = imported.Count > 0 ? "imported" : $"not imported; {(curated.Length > 0 ? curated : "no rows")}";
        text.WriteLine($"{table.Name}: {state}; asked by {string.Join(", ", table.UsedBy)}");
        foreach (var names in table.Names.Where(_ => imported.Count > 0))
        {
            var lacking = names.Values.Where(value => !imported.Any(release => release.Part.Contains(value))).ToList();
            if (lacking.Count > 0)
                text.WriteLine($"  not imported for {names.Column} {string.Join(", ", lacking)}");
        }
    }

    private static string Days(DateOnly from, DateOnly through) => string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {through:yyyy-MM-dd}");
}
