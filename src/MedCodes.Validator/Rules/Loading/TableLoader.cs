using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads a curated table: its columns, keys, rows, release, and what it covers.</summary>
internal sealed class TableLoader(Diagnostics diagnostics)
{
    /// <summary>What a column can hold.</summary>
    public static ImmutableArray<string> Types => ColumnTypes.Words;

    /// <summary>How the row that counts is chosen.</summary>
    public static ImmutableArray<string> Choices { get; } = ["snapshot", "dated"];

    /// <summary>Reads a table; null, with diagnostics, where it cannot be used.</summary>
    public Table? Load(YamlNode node)
    {
        if (MappingReader.Of(node, "table", diagnostics) is not { } reader)
            return null;
        var before = diagnostics.Count;
        var definition = LoadDefinition(reader);

        // What was packed was found sound before: its rows are read when a rule first asks for one.
        if (node.Source.IsPacked)
            return new Table(definition, LoadLater(reader, definition));
        var release = LoadRelease(reader, definition, before);
        reader.Done();
        if (definition.Name != node.Source.Name && reader.Node("table") is { } name)
            diagnostics.Add(name, $"the table '{definition.Name}' stands in a file named '{node.Source.Name}'; the file is named as the table");
        return diagnostics.Count > before || release is null ? null : new Table(definition, [release]);
    }

    private static IEnumerable<TableRelease> LoadLater(MappingReader reader, TableDefinition definition)
    {
        yield return new TableLoader(new Diagnostics()).LoadRelease(reader, definition, 0)
            ?? throw new InvalidDataException($"The packed table '{definition.Name}' cannot be read.");
    }

    /// <summary>Reads the rows and what they cover; null, with diagnostics, where there were more than some before.</summary>
    private TableRelease? LoadRelease(MappingReader reader, TableDefinition definition, int before)
    {
        var release = reader.RequiredText("release");
        var source = SourceReader.Read(reader, diagnostics);
        var period = LoadPeriod(reader.Required("period"));
        var coverage = LoadCoverage(reader.Required("covers"));
        var rows = diagnostics.Count > before ? [] : ReadRows(reader.Required("rows"), definition);
        _ = reader.Node("rows");
        return diagnostics.Count > before || period is not var (from, through) || coverage is null
            ? null
            : new TableRelease(definition, release, source, from, through, coverage, rows);
    }

    /// <summary>Reads the rows of a table; rule tests bring their own.</summary>
    public ImmutableArray<ImmutableArray<Cell>> ReadRows(YamlNode? node, TableDefinition table)
    {
        if (node is null)
            return [];
        if (node is not YamlSequence list)
        {
            diagnostics.Add(node, $"rows is a list of lists, not {node.Shape}");
            return [];
        }

        return [.. list.Items.Select(row => ReadRow(row, table)).OfType<ImmutableArray<Cell>>()];
    }

    private ImmutableArray<Cell>? ReadRow(YamlNode node, TableDefinition table)
    {
        if (node is not YamlSequence row || row.Items.Length != table.Columns.Length)
        {
            diagnostics.Add(node, $"a row is a list of {table.Columns.Length} values: {string.Join(", ", table.Columns.Select(column => column.Name))}");
            return null;
        }

        var cells = ImmutableArray.CreateBuilder<Cell>(row.Items.Length);
        for (var i = 0; i < row.Items.Length; i++)
        {
            var cell = row.Items[i] is YamlScalar scalar
                ? scalar.IsNull ? default(Cell) : Cell.Parse(scalar.Text, table.Columns[i].Type)
                : null;
            if (cell is not { } value)
            {
                diagnostics.Add(row.Items[i], $"{table.Columns[i].Name} is a {table.Columns[i].Type.ToString().ToLowerInvariant()}, not {row.Items[i].Shape}");
                return null;
            }

            cells.Add(value);
        }

        return cells.MoveToImmutable();
    }

    private TableDefinition LoadDefinition(MappingReader reader)
    {
        var columns = LoadColumns(reader.Required("columns"));
        var group = reader.Map("group", "group");
        var groupColumn = group?.Mapping.Entries.Select(entry => entry.Key).FirstOrDefault();
        var stricter = reader.Map("stricter", "order");
        var stricterColumn = stricter?.Mapping.Entries.Select(entry => entry.Key).FirstOrDefault();
        var skip = reader.Map("skip", "skip");
        _ = reader.Choice("shape", ["row", "group"]);
        foreach (var wrong in reader.Items("keys").Where(key => key is not YamlSequence { Items.IsEmpty: false }))
            diagnostics.Add(wrong, $"keys is a list of lists of columns; this is {wrong.Shape}");
        var keys = reader.Items("keys").OfType<YamlSequence>().Select(key => KeyOf(key, columns)).ToImmutableArray();
        if (reader.Node("keys") is null)
            reader.Missing("keys");
        foreach (var named in new[] { groupColumn, stricterColumn }.Concat(skip?.Mapping.Entries.Select(entry => entry.Key) ?? []).OfType<YamlScalar>())
            CheckColumn(named, columns);
        return new TableDefinition
        {
            Name = reader.RequiredText("table"),
            Summary = reader.RequiredText("summary"),
            Columns = columns,
            Keys = keys,
            Choice = reader.Choice("choose", Choices, required: true) == "snapshot" ? RowChoice.Snapshot : RowChoice.Dated,
            GroupColumn = groupColumn?.Text,
            GroupName = groupColumn is null ? null : group!.Text(groupColumn.Text),
            MissingMeansNone = reader.Choice("missing", ["none", "unknown"], required: true) == "none",
            Skip = [.. (skip?.Mapping.Entries ?? []).Select(entry => (entry.Key.Text, (entry.Value as YamlScalar)?.Text ?? ""))],
            StricterColumn = stricterColumn?.Text,
            StrictestFirst = stricterColumn is null ? [] : stricter!.Texts(stricterColumn.Text),
            Extrapolate = reader.YesNo("extrapolate") ?? false,
        };
    }

    private ImmutableArray<TableColumn> LoadColumns(YamlNode? node)
    {
        if (node is not YamlMapping map)
        {
            if (node is not null)
                diagnostics.Add(node, $"columns is a map of names to types, not {node.Shape}");
            return [];
        }

        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        foreach (var entry in map.Entries)
        {
            var written = (entry.Value as YamlScalar)?.Text ?? "";
            if (ColumnTypes.Of(written) is not { } type)
                diagnostics.Unknown(entry.Value, "type", written, Types);
            else
                columns.Add(new TableColumn(entry.Key.Text, type));
        }

        return columns.ToImmutable();
    }

    private ImmutableArray<string> KeyOf(YamlSequence key, ImmutableArray<TableColumn> columns)
    {
        foreach (var column in key.Items.OfType<YamlScalar>())
            CheckColumn(column, columns);
        return [.. key.Items.OfType<YamlScalar>().Select(column => column.Text)];
    }

    private void CheckColumn(YamlScalar name, ImmutableArray<TableColumn> columns)
    {
        if (!columns.Any(column => column.Name == name.Text))
            diagnostics.Unknown(name, "column", name.Text, columns.Select(column => column.Name));
    }

    private (DateOnly From, DateOnly Through)? LoadPeriod(YamlNode? node)
    {
        if (node is null)
            return null;
        if (node is YamlSequence { Items: [YamlScalar from, YamlScalar through] } && DayOf(from) is { } first && DayOf(through) is { } last && first <= last)
            return (first, last);
        diagnostics.Add(node, "a period is a list of two dates, the first one first");
        return null;
    }

    private Coverage? LoadCoverage(YamlNode? node)
    {
        if (node is YamlScalar { Text: "everything" })
            return new Coverage(null, DateOnly.MinValue, DateOnly.MaxValue);
        if (MappingReader.Of(node, "coverage", diagnostics) is not { } reader)
            return null;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scalar in reader.Scalars("codes"))
        {
            if (CodeRange.Expand(scalar.Text) is { } expanded)
                codes.UnionWith(expanded);
            else
                diagnostics.Add(scalar, $"'{scalar.Text}' is no range: both ends have one shape, and the first comes first");
        }

        // An empty list covers no code: a table that is shipped without rows, for an import to fill.
        var coversAll = reader.Node("codes") is null;
        var dates = LoadPeriod(reader.Required("dates"));
        reader.Done();
        return dates is var (from, through) ? new Coverage(coversAll ? null : codes.ToFrozenSet(StringComparer.Ordinal), from, through) : null;
    }

    private static DateOnly? DayOf(YamlScalar scalar) =>
        DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
