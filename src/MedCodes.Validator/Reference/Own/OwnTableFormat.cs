using System.Collections.Immutable;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Own;

/// <summary>The rows of a table that a user defines: a csv or a workbook whose first row names its columns, in any order, others among them.</summary>
internal sealed class OwnTableFormat(OwnTable table) : TableFormat
{
    private string Expected => $"rows of {string.Join(", ", table.Columns.Select(column => column.Name))}";

    public override string Words => $"the table '{table.Name}'";

    public override ImmutableArray<string> Tables => [table.Name];

    /// <summary>The columns that a file must have to be one of this table.</summary>
    public IEnumerable<string> Columns => table.Columns.Select(column => column.Name);

    public override bool Recognizes(Preview preview) => Headings.Of(preview).Have([.. Columns]);

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) => new(this, table.Period, null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the rows of {Words} are given {parts.Length} times");
        var (entry, preview) = parts[0];
        var headings = Headings.Of(preview);
        var places = table.Columns.Select(column => headings[column.Name]).ToArray();
        var rows = new RowStoreBuilder(table.Columns, table.Ways);
        var bad = new BadRows();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var earliest = table.Period.From;
        var isFirst = true;
        run.Each(entry, entry.Csv(), row =>
        {
            var skip = isFirst || (row.Count <= 1 && row[0].IsEmpty);
            isFirst = false;
            if (skip)
                return;
            bad.Rows++;
            var cells = new Cell[places.Length];
            if ((Read(row, places, cells) ?? WrongIn(cells, keys)) is { } wrong)
            {
                bad.Add(entry, row.Line, wrong);
                return;
            }

            if (!table.IsSnapshot && DayIn(cells, TableDefinition.EffectiveColumn) is { } effective && effective < earliest)
                earliest = effective;
            rows.Add(cells);
        });

        bad.Check(entry.Shown, Expected);
        var header = Header(table.Name, identity, table.Summary, table.Columns, table.Ways, rows.RowCount, bad, earliest) with { MissingMeansNone = table.MissingMeansNone };
        return new ReadTables([new BuiltRelease(header, rows.Build())], bad.Told);
    }

    private string? Read(RecordReader row, int[] places, Cell[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var (text, column) = (row.Text(places[i]), table.Columns[i]);
            if (text.Length == 0)
                continue;
            if (Cell.Parse(text, column.Type) is not { } cell)
                return $"{column.Name} is not {ColumnTypes.Describe(column.Type)}";
            cells[i] = cell;
        }

        return null;
    }

    private string? WrongIn(Cell[] cells, HashSet<string> keys)
    {
        foreach (var way in table.Ways)
        {
            if (way.FirstOrDefault(column => CellOf(cells, column).ToString().Length == 0) is { } empty)
                return $"{empty} is part of a key and empty";
        }

        if (DayIn(cells, TableDefinition.EffectiveColumn) is { } first && DayIn(cells, TableDefinition.DeletedColumn) is { } last && last < first)
            return $"{TableDefinition.DeletedColumn} lies before {TableDefinition.EffectiveColumn}";

        // What has neither days nor a group has one row for each key, or nobody could say which one counts.
        return table is { IsSnapshot: true, IsGrouped: false, Ways: [var key, ..] } && !keys.Add(string.Join('\n', key.Select(column => CellOf(cells, column).ToString())))
            ? "the key has a row already"
            : null;
    }

    private Cell CellOf(Cell[] cells, string column) => cells[table.Columns.IndexOf(table.Columns.First(one => one.Name == column))];

    private DateOnly? DayIn(Cell[] cells, string column) => table.Columns.Any(one => one.Name == column) ? CellOf(cells, column).Date : null;
}
