using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.FeeSchedule;

/// <summary>
/// The relative value file of the physician fee schedule: a csv (or workbook) whose title tells the release and whose headings stand in
/// several rows. Columns are found by their headings, because they move from year to year; descriptions are never read.
/// </summary>
/// <remarks>A code has further rows for its professional and technical component; the indicators that rules read are those of the code's own row.</remarks>
internal sealed partial class FeeScheduleFormat : TableFormat
{
    public const string Table = "fee-schedule";
    public const string CodesTable = "procedure-codes";

    private const string Expected = "rows of HCPCS code, modifier, status code, global days and policy indicators under the published headings";

    private static readonly ImmutableArray<ImmutableArray<string>> Ways = [["code"]];
    private static readonly ImmutableArray<TableColumn> CodesColumns = [new("code", ColumnType.Code)];
    private static readonly string[] Quarters = ["JAN", "APR", "JUL", "OCT"];

    public override string Words => "physician fee schedule relative value file";

    public override ImmutableArray<string> Tables => [Table, CodesTable];

    public override bool Recognizes(Preview preview) => FeeScheduleHeadings.RowIn(preview) >= 0;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options) =>
        new(this, options.Release is null && TitlePeriod(preview) is { } period ? period : PeriodOf(entry, options), null);

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the fee schedule of {identity.Period.Name} is given {parts.Length} times");
        var (entry, preview) = parts[0];
        var headings = FeeScheduleHeadings.Find(preview);
        if (headings.Missing is [var missing, ..])
            throw new RefusedException($"'{entry.Shown}' ({Words}) has no column {missing}; expected: {Expected}");
        var rows = new RowStoreBuilder(FeeScheduleRow.Columns, Ways);
        var bad = new BadRows();
        var seen = new HashSet<ulong>();
        var toSkip = headings.Row + 1;
        run.Each(entry, entry.Csv(), row =>
        {
            if (toSkip-- > 0 || (row.Count <= 1 && row[0].IsEmpty))
                return;
            bad.Rows++;
            if (!WrittenCode.TryProcedure(row[0].Trim((byte)' '), out var code))
                bad.Add(entry, row.Line, "the code has five digits and capital letters");
            else if (!row[headings.Modifier].Trim((byte)' ').IsEmpty)
                return;
            else if (!seen.Add(code))
                bad.Add(entry, row.Line, "the code has a row already");
            else if (FeeScheduleRow.TryAdd(row, headings, code, rows) is { } wrong)
                bad.Add(entry, row.Line, wrong);
        });

        bad.Check(entry.Shown, Expected);
        var source = $"{Words}, {identity.Period.Name}";
        return new ReadTables(
            [
                new BuiltRelease(Header(Table, identity, source, FeeScheduleRow.Columns, Ways, rows.RowCount, bad), rows.Build()),
                new BuiltRelease(Header(CodesTable, identity, source, CodesColumns, Ways, seen.Count, bad), CodesOf(seen)),
            ],
            bad.Told);
    }

    // The file has every code of CPT but those of laboratories' own tests, paid or not: a code that it lacks is not in force.
    private static ImmutableArray<Section> CodesOf(IEnumerable<ulong> codes)
    {
        var rows = new RowStoreBuilder(CodesColumns, Ways);
        foreach (var code in codes)
            rows.Add([code]);
        return rows.Build();
    }

    // "2025 National Physician Fee Schedule Relative Value File October Release"
    private static ReleasePeriod? TitlePeriod(Preview preview)
    {
        foreach (var cell in preview.Rows.SelectMany(row => row))
        {
            if (TitlePattern().Match(cell) is { Success: true } title)
                return ReleasePeriod.Quarter(int.Parse(title.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Array.IndexOf(Quarters, title.Groups[2].Value[..3].ToUpperInvariant()) + 1);
        }

        return null;
    }

    [GeneratedRegex("(20[0-9]{2}).*Fee Schedule Relative Value.*\\b(Jan|Apr|Jul|Oct)[a-z]*\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TitlePattern();
}
