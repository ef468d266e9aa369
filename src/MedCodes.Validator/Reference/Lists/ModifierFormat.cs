using System.Collections.Immutable;
using MedCodes.Validator.Reference.Hcpcs;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Lists;

/// <summary>
/// A list of modifiers that a user keeps, as a csv or a workbook: a column "Modifier", and, if they are known, columns of the first and
/// the last day. Descriptions are never read.
/// </summary>
/// <remarks>The HCPCS file holds the modifiers of HCPCS; of those two imports the later one counts where both are of one release.</remarks>
internal sealed class ModifierFormat : TableFormat
{
    private const string Expected = "rows of a modifier of two digits and capital letters, and days such as 2024-07-01";

    // Nothing in a list says since when it is known.
    private static readonly DateOnly Earliest = new(1996, 1, 1);

    private static readonly ImmutableArray<TableColumn> Columns =
        [new("code", ColumnType.Code), new(TableDefinition.EffectiveColumn, ColumnType.Date), new(TableDefinition.DeletedColumn, ColumnType.Date)];

    private static readonly ImmutableArray<ImmutableArray<string>> Ways = [["code"]];

    public override string Words => "list of modifiers";

    public override ImmutableArray<string> Tables => [HcpcsFormat.ModifiersTable];

    public override bool Recognizes(Preview preview) => Headings.Of(preview) is var headings && headings["modifier"] == 0 && headings.BeginningWith("effective", "description") > 0;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) => new(this, PeriodOf(entry, options), null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the list of modifiers of {identity.Period.Name} is given {parts.Length} times");
        var (entry, preview) = parts[0];
        var headings = Headings.Of(preview);
        var (first, last) = (headings.BeginningWith("effective"), headings.BeginningWith("terminat", "end", "deleted"));
        var rows = new RowStoreBuilder(Columns, Ways);
        var bad = new BadRows();
        var isFirst = true;
        run.Each(entry, entry.Csv(), row =>
        {
            var skip = isFirst || row[0].Trim((byte)' ').IsEmpty;
            isFirst = false;
            if (skip)
                return;
            bad.Rows++;
            if (!WrittenCode.TryCode(row[0].Trim((byte)' '), 2, 2, out var code))
                bad.Add(entry, row.Line, "a modifier has two digits and capital letters");
            else if (!ListedDate.TryParse(Text(row, first), out var effective) || !ListedDate.TryParse(Text(row, last), out var deleted))
                bad.Add(entry, row.Line, "a date is a day such as 2024-07-01, or blank");
            else
                rows.Add([code, effective, deleted]);
        });

        bad.Check(entry.Shown, Expected);
        return new ReadTables(
            [new BuiltRelease(Header(HcpcsFormat.ModifiersTable, identity, $"{Words}, {identity.Period.Name}", Columns, Ways, rows.RowCount, bad, Earliest), rows.Build())],
            bad.Told);
    }

    private static string Text(RecordReader row, int column) => column < 0 ? "" : row.Text(column);
}
