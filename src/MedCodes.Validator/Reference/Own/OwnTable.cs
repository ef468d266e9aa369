using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Reference.Own;

/// <summary>
/// What a user says of a table of their own: its name, columns with their types, keys, period, and what a missing key means. It is
/// written as the definitions among the rules are, so that one file serves the import and the rules that name the table.
/// </summary>
internal sealed partial record OwnTable(
    string Name,
    string Summary,
    ReleasePeriod Period,
    ImmutableArray<TableColumn> Columns,
    ImmutableArray<ImmutableArray<string>> Ways,
    bool IsSnapshot,
    bool IsGrouped,
    bool MissingMeansNone)
{
    private static readonly ImmutableArray<string> OfRulesOnly = ["source", "shape", "skip", "stricter", "extrapolate", "covers", "rows"];

    /// <summary>Whether a text is such a definition, by its first lines.</summary>
    public static bool IsDefinition(Preview preview) =>
        preview.Lines.Any(line => line.StartsWith("table:", StringComparison.Ordinal))
        && preview.Lines.Any(line => line.StartsWith("columns:", StringComparison.Ordinal));

    /// <summary>Reads a definition.</summary>
    /// <exception cref="RefusedException">Something is wrong with it: all of it is said.</exception>
    public static OwnTable Read(string shown, string text)
    {
        var diagnostics = new Diagnostics();
        var reader = MappingReader.Of(YamlTreeReader.Read(new YamlSource(shown, text), diagnostics), "table", diagnostics);
        var table = reader is null ? null : Read(reader, diagnostics);
        return diagnostics.Count == 0 && table is not null
            ? table
            : throw new RefusedException($"'{shown}' does not define a table: {string.Join("; ", diagnostics.ToSorted().Select(one => string.Create(CultureInfo.InvariantCulture, $"line {one.Line}: {one.Message}")))}");
    }

    private static OwnTable Read(MappingReader reader, Diagnostics diagnostics)
    {
        var columns = ColumnsOf(reader.Required("columns"), diagnostics);
        var isSnapshot = reader.Choice("choose", ["snapshot", "dated"], required: true) == "snapshot";
        if (!isSnapshot && reader.Node("choose") is { } choose && !columns.Any(column => column is { Name: TableDefinition.EffectiveColumn, Type: ColumnType.Date }))
            diagnostics.Add(choose, $"a dated table has a column {TableDefinition.EffectiveColumn} of type date, and may have {TableDefinition.DeletedColumn}");
        var ways = reader.Items("keys").Select(key => WayOf(key, columns, diagnostics)).ToImmutableArray();
        if (reader.Node("keys") is null)
            reader.Missing("keys");
        var table = new OwnTable(
            reader.RequiredText("table"),
            reader.Text("summary") ?? "a table of the user's own",
            PeriodOf(reader, diagnostics),
            columns,
            ways,
            isSnapshot,
            reader.Node("group") is not null,
            reader.Choice("missing", ["none", "unknown"], required: true) == "none");
        if (!NamePattern().IsMatch(table.Name) && reader.Node("table") is { } name)
            diagnostics.Add(name, "a table's name has small letters, digits and hyphens");
        foreach (var key in OfRulesOnly)
            _ = reader.Node(key);
        reader.Done();
        return table;
    }

    private static ImmutableArray<TableColumn> ColumnsOf(YamlNode? node, Diagnostics diagnostics)
    {
        if (node is not YamlMapping map)
        {
            if (node is not null)
                diagnostics.Add(node, $"columns is a map of names to types, not {node.Shape}");
            return [];
        }

        foreach (var entry in map.Entries.Where(entry => TypeOf(entry.Value) is null))
            diagnostics.Unknown(entry.Value, "type", (entry.Value as YamlScalar)?.Text ?? "", ColumnTypes.Words);
        return [.. map.Entries.Where(entry => TypeOf(entry.Value) is not null).Select(entry => new TableColumn(entry.Key.Text, TypeOf(entry.Value)!.Value))];
    }

    private static ColumnType? TypeOf(YamlNode node) => node is YamlScalar scalar ? ColumnTypes.Of(scalar.Text) : null;

    private static ImmutableArray<string> WayOf(YamlNode key, ImmutableArray<TableColumn> columns, Diagnostics diagnostics)
    {
        if (key is not YamlSequence { Items.IsEmpty: false } way)
        {
            diagnostics.Add(key, $"keys is a list of lists of columns; this is {key.Shape}");
            return [];
        }

        foreach (var name in way.Items.OfType<YamlScalar>().Where(name => !columns.Any(column => column.Name == name.Text)))
            diagnostics.Unknown(name, "column", name.Text, columns.Select(column => column.Name));
        return [.. way.Items.OfType<YamlScalar>().Select(name => name.Text)];
    }

    private static ReleasePeriod PeriodOf(MappingReader reader, Diagnostics diagnostics)
    {
        var name = reader.RequiredText("release");
        var node = reader.Required("period");
        if (node is YamlSequence { Items: [YamlScalar from, YamlScalar through] }
            && Cell.Parse(from.Text, ColumnType.Date)?.Date is { } first
            && Cell.Parse(through.Text, ColumnType.Date)?.Date is { } last
            && first <= last)
        {
            return new ReleasePeriod(name, first, last);
        }

        if (node is not null)
            diagnostics.Add(node, "a period is a list of two dates, the first one first");
        return new ReleasePeriod(name, DateOnly.MinValue, DateOnly.MaxValue);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
