using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>
/// The add-on code edits of Medicare: a text of fixed columns, or a workbook with one row of headings. Dates are year and day of the year.
/// </summary>
/// <remarks>
/// Positions in the text, from 1: type 1, add-on 2-6, its deletion 7-13, primary 14-18, its deletion 19-25, effective 26-32, deletion of
/// the edit 33-39, notes. A row ends with the first of its three deletions.
/// </remarks>
internal sealed class AddOnFormat : TableFormat
{
    public const string Table = "ncci-add-on";

    // Up to the effective date; what is blank behind it may be cut off.
    private const int ShortestLine = 32;
    private const string Expected = "rows of type 1, 2 or 3, add-on code, primary code or CCCCC, and dates such as 2013091";

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("add-on", ColumnType.Code),
        new("type", ColumnType.Number),
        new("primary", ColumnType.Code),
        new(TableDefinition.EffectiveColumn, ColumnType.Date),
        new(TableDefinition.DeletedColumn, ColumnType.Date),
    ];

    private static readonly ImmutableArray<ImmutableArray<string>> Ways = [["add-on"]];

    public override string Words => "NCCI add-on code edits";

    public override ImmutableArray<string> Tables => [Table];

    public override bool Recognizes(Preview preview) => HeadingOf(preview) >= 0 || preview.Most(IsRow);

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) => new(this, PeriodOf(entry, options), null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the add-on code edits of {identity.Period.Name} are given {parts.Length} times");
        var (entry, preview) = parts[0];
        var rows = new RowStoreBuilder(Columns, Ways);
        var bad = new BadRows();
        var earliest = int.MaxValue;
        var toSkip = HeadingOf(preview) + 1;
        run.Each(entry, entry.Lines(), row =>
        {
            if (toSkip-- > 0 || row[0].Trim((byte)' ').IsEmpty)
                return;
            bad.Rows++;
            if (AddOnRow.TryRead(row, entry.IsSheet, out var edit) is { } wrong)
            {
                bad.Add(entry, row.Line, wrong);
                return;
            }

            earliest = Math.Min(earliest, edit.Effective);
            _ = PackedNumber.TryPack(edit.Type, 0, out var type);
            rows.Add([edit.AddOn, type, edit.Primary, (ulong)edit.Effective, (ulong)edit.Deleted]);
        });

        bad.Check(entry.Shown, Expected);
        var header = Header(Table, identity, $"{Words}, {identity.Period.Name}", Columns, Ways, rows.RowCount, bad, PackedDate.Unpack(earliest)) with
        {
            Constants = [(ProgramColumn, Medicare)],
        };
        return new ReadTables([new BuiltRelease(header, rows.Build())], bad.Told);
    }

    // The first two columns tell the workbook, whose titles are written with underscores or blanks.
    private static int HeadingOf(Preview preview) => preview.Find(row =>
        row is [var type, var addOn, ..]
        && type.StartsWith("AOC", StringComparison.OrdinalIgnoreCase)
        && addOn.StartsWith("Add-On", StringComparison.OrdinalIgnoreCase));

    private static bool IsRow(string line) =>
        line.Length >= ShortestLine
        && line[0] is '1' or '2' or '3'
        && line[1..6].All(char.IsAsciiLetterOrDigit)
        && line[13..18].All(char.IsAsciiLetterOrDigit)
        && line[25..32].All(char.IsAsciiDigit);
}
