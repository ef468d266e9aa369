using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Lists;

/// <summary>
/// The list of places of service: code, name and description, as a csv or a workbook. A place that came later says so in a remark,
/// "effective" and the day; numbers that are free stand as ranges and are left out.
/// </summary>
internal sealed class PlaceFormat : TableFormat
{
    public const string Table = "place-of-service";

    private const string Expected = "rows of a code of two digits, name and description";

    // Before the first of the list's remarks every place was there.
    private static readonly DateOnly Earliest = new(1996, 1, 1);

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("code", ColumnType.Code), new("name", ColumnType.Text), new(TableDefinition.EffectiveColumn, ColumnType.Date), new(TableDefinition.DeletedColumn, ColumnType.Date),
    ];

    private static readonly ImmutableArray<ImmutableArray<string>> Ways = [["code"]];

    public override string Words => "list of places of service";

    public override ImmutableArray<string> Tables => [Table];

    public override bool Recognizes(Preview preview) => HeadingOf(preview) >= 0;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) => new(this, PeriodOf(entry, options), null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the list of places of service of {identity.Period.Name} is given {parts.Length} times");
        var (entry, preview) = parts[0];
        var rows = new RowStoreBuilder(Columns, Ways);
        var bad = new BadRows();
        var toSkip = HeadingOf(preview) + 1;
        run.Each(entry, entry.Csv(), row =>
        {
            var (written, name) = (row.Text(0), row.Text(1));
            if (toSkip-- > 0 || written.Length == 0 || name.StartsWith("Unassigned", StringComparison.OrdinalIgnoreCase))
                return;
            bad.Rows++;

            // A spreadsheet that takes codes for numbers drops their first digit.
            if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var code) || code is < 1 or > 99)
                bad.Add(entry, row.Line, "the code is a number from 01 to 99");
            else
                rows.Add([KeyValue.Of(code.ToString("00", CultureInfo.InvariantCulture)), rows.Pack(System.Text.Encoding.UTF8.GetBytes(name)), ListedDate.Remarked($"{name} {row.Text(2)}"), 0]);
        });

        bad.Check(entry.Shown, Expected);
        return new ReadTables([new BuiltRelease(Header(Table, identity, $"{Words}, {identity.Period.Name}", Columns, Ways, rows.RowCount, bad, Earliest), rows.Build())], bad.Told);
    }

    private static int HeadingOf(Preview preview) => preview.Find(row =>
        row is [var code, var name, ..]
        && code.StartsWith("Place of Service Code", StringComparison.OrdinalIgnoreCase)
        && name.StartsWith("Place of Service Name", StringComparison.OrdinalIgnoreCase));
}
