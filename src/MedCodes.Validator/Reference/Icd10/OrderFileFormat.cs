using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Icd10;

/// <summary>
/// The order file of ICD-10-CM: a text of fixed columns with every code in order. The file has no dates: each is the whole classification
/// for its period, from October, or from the update in January or April, to the end of September.
/// </summary>
/// <remarks>Positions from 1: order 1-5, code without its dot 7-13, billable 15, short title 17-76, long title from 78.</remarks>
internal sealed partial class OrderFileFormat : TableFormat
{
    public const string CodesTable = "icd-10-cm";
    public const string ChildrenTable = "icd-10-cm-children";
    public const string SidesTable = "diagnosis-sides";

    private const int OrderLength = 5;
    private const int CodeAt = 6;
    private const int CodeEnd = 13;
    private const int BillableAt = 14;
    private const int TitleAt = 77;
    private const string Expected = "lines of order number, code, 0 or 1, short and long title";

    private static readonly ImmutableArray<TableColumn> CodeColumns = [new("code", ColumnType.Code), new("billable", ColumnType.YesNo), new("title", ColumnType.Text)];
    private static readonly ImmutableArray<TableColumn> ChildColumns = [new("parent", ColumnType.Code), new("child", ColumnType.Code)];

    public override string Words => "ICD-10-CM order file";

    public override ImmutableArray<string> Tables => [CodesTable, ChildrenTable, SidesTable];

    public override bool Recognizes(Preview preview) => preview.Most(LinePattern().IsMatch);

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options)
    {
        var period = options.Release is { } given ? PeriodIn(given) : entry.Names.Select(PeriodIn).FirstOrDefault(found => found is not null);
        return new Identity(
            this,
            period ?? throw new RefusedException($"'{entry.Shown}' ({Words}) does not tell its release by its name; expected: a fiscal year such as 2025, or 2025-04 for an update, given with --release"),
            null);
    }

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the codes of {identity.Period.Name} are given {parts.Length} times");
        var entry = parts[0].Entry;
        var codes = new RowStoreBuilder(CodeColumns, [["code"]]);
        var children = new RowStoreBuilder(ChildColumns, [["parent"]]);
        var bad = new BadRows();
        var above = new List<string>();
        var sides = new DiagnosisSides();
        run.Each(entry, entry.Lines(), row =>
        {
            var line = row[0];
            if (line.Trim((byte)' ').IsEmpty)
                return;
            bad.Rows++;
            if (line.Length <= BillableAt || line[..OrderLength].ContainsAnyExceptInRange((byte)'0', (byte)'9') || line[BillableAt] is not ((byte)'0' or (byte)'1'))
            {
                bad.Add(entry, row.Line, "the line has an order number, a code, and 0 or 1");
                return;
            }

            var written = line[CodeAt..CodeEnd].Trim((byte)' ');
            if (!WrittenCode.TryCode(written, 3, CodeEnd - CodeAt, out var code))
            {
                bad.Add(entry, row.Line, "the code has three to seven digits and capital letters");
                return;
            }

            var billable = line[BillableAt] == '1';
            var title = line.Length > TitleAt ? line[TitleAt..].Trim((byte)' ') : default;
            codes.Add([code, Cell.Of(billable).Packed, title.IsEmpty ? 0 : codes.Pack(title)]);
            sides.Add(code, title);
            var text = Encoding.ASCII.GetString(written);
            above.RemoveAll(parent => !text.StartsWith(parent, StringComparison.Ordinal));
            foreach (var parent in above.Where(_ => billable))
                children.Add([KeyValue.Of(parent), code]);
            if (!billable)
                above.Add(text);
        });

        bad.Check(entry.Shown, Expected);
        var source = $"{Words}, {identity.Period.Name}";
        return new ReadTables(
            [
                new BuiltRelease(Header(CodesTable, identity, source, CodeColumns, [["code"]], codes.RowCount, bad), codes.Build()),
                new BuiltRelease(Header(ChildrenTable, identity, source, ChildColumns, [["parent"]], children.RowCount, bad), children.Build()),
                new BuiltRelease(Header(SidesTable, identity, source, DiagnosisSides.Columns, [["code"]], codes.RowCount, bad), sides.Build()),
            ],
            bad.Told);
    }

    // A fiscal year begins in October of the year before; updates in January and April replace the file for its rest.
    private static ReleasePeriod? PeriodIn(string name)
    {
        var match = NamePattern().Match(name);
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var end = new DateOnly(year, 9, 30);
        return match.Groups["month"].Value.ToUpperInvariant() switch
        {
            "JAN" or "01" => new ReleasePeriod($"{match.Groups["year"].Value}-01", new DateOnly(year, 1, 1), end),
            "APR" or "04" => new ReleasePeriod($"{match.Groups["year"].Value}-04", new DateOnly(year, 4, 1), end),
            _ => new ReleasePeriod(match.Groups["year"].Value, new DateOnly(year - 1, 10, 1), end),
        };
    }

    [GeneratedRegex("^[0-9]{5} [0-9A-Z]{3,7} +[01]( |$)", RegexOptions.CultureInvariant)]
    private static partial Regex LinePattern();

    [GeneratedRegex("(?<month>Jan|Apr)?[a-z]*[-_]?(?<![0-9])(?<year>20[0-9]{2})(?![0-9])([-_](?<month>01|04))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
