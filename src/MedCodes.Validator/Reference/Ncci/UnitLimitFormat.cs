using System.Buffers.Text;
using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>
/// The medically unlikely edits of Medicare: a csv (or workbook) with a quoted notice, a heading that tells the setting, and code, value,
/// adjudication indicator and rationale. No dates: each quarter's file is the whole table.
/// </summary>
internal sealed class UnitLimitFormat : TableFormat
{
    public const string Table = "ncci-mue";

    private const string Values = "MUE Values";
    private const string Expected = "rows of code, value, and an adjudication indicator that begins with 1, 2 or 3";

    private static readonly ImmutableArray<TableColumn> Columns =
        [new("code", ColumnType.Code), new("limit", ColumnType.Number), new("adjudication", ColumnType.Number)];

    public override string Words => "NCCI medically unlikely edits";

    public override ImmutableArray<string> Tables => [Table];

    public override bool Recognizes(Preview preview) => HeadingOf(preview) >= 0;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options)
    {
        var heading = preview.Rows[HeadingOf(preview)];
        if (heading is not [_, _, var indicator, ..] || !indicator.Contains("Adjudication", StringComparison.OrdinalIgnoreCase))
            throw new RefusedException($"'{entry.Shown}' ({Words}) has no column MUE Adjudication Indicator, which Medicaid's files lack; expected: Medicare's");
        var setting = heading[1] switch
        {
            var text when text.StartsWith("Practitioner", StringComparison.OrdinalIgnoreCase) => "practitioner",
            var text when text.StartsWith("Outpatient", StringComparison.OrdinalIgnoreCase) => "hospital",
            var text when text.StartsWith("DME", StringComparison.OrdinalIgnoreCase) => "dme",
            var text => throw new RefusedException($"'{entry.Shown}' ({Words}) is for '{text}'; expected: practitioner, outpatient hospital or DME supplier services"),
        };
        return new Identity(this, PeriodOf(entry, options), setting);
    }

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the {identity.Setting} limits of {identity.Period.Name} are given {parts.Length} times");
        var (entry, preview) = parts[0];
        var rows = new RowStoreBuilder(Columns, [["code"]]);
        var bad = new BadRows();
        var seen = new HashSet<ulong>();
        var toSkip = HeadingOf(preview) + 1;
        run.Each(entry, entry.Csv(), row =>
        {
            if (toSkip > 0)
                toSkip--;
            else if (row.Count > 1 || !row[0].IsEmpty)
                Add(row, entry, rows, bad, seen);
        });

        bad.Check(entry.Shown, Expected);
        var header = Header(Table, identity, $"{Words}, {identity.Setting}, {identity.Period.Name}", Columns, [["code"]], rows.RowCount, bad);
        return new ReadTables([new BuiltRelease(header, rows.Build())], bad.Told);
    }

    private static void Add(RecordReader row, ImportEntry entry, RowStoreBuilder rows, BadRows bad, HashSet<ulong> seen)
    {
        bad.Rows++;
        if (!WrittenCode.TryProcedure(row[0], out var code))
            bad.Add(entry, row.Line, "the code has five digits and capital letters");
        else if (!Utf8Parser.TryParse(row[1], out int limit, out var read) || read != row[1].Length || limit < 0)
            bad.Add(entry, row.Line, "the value is a whole number from 0");
        else if (row[2] is not [(byte)'1' or (byte)'2' or (byte)'3', ..])
            bad.Add(entry, row.Line, "the adjudication indicator begins with 1, 2 or 3");
        else if (!seen.Add(code))
            bad.Add(entry, row.Line, "the code has a row already");
        else
            rows.Add([code, Number(limit), Number(row[2][0] - '0')]);
    }

    private static ulong Number(int value) => PackedNumber.TryPack(value, 0, out var packed) ? packed : 0;

    private static int HeadingOf(Preview preview) =>
        preview.Find(row => row is [var first, var second, ..] && first.StartsWith("HCPCS", StringComparison.OrdinalIgnoreCase) && second.EndsWith(Values, StringComparison.OrdinalIgnoreCase));
}
