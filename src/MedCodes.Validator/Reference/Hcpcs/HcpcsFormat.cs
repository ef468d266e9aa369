using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Hcpcs;

/// <summary>
/// The alpha-numeric file of HCPCS: a text of fixed columns, or a workbook with one row of headings. It holds codes, modifiers, and
/// codes of the CPT, which are left out; so are descriptions.
/// </summary>
/// <remarks>
/// Positions from 1: code 1-5 (a modifier stands in 4-5), sequence 6-10, kind of record 11 (3 a code, 7 a modifier, 4 and 8 their
/// further lines), added 269-276, effective 277-284, terminated 285-292. The termination date is the last day.
/// </remarks>
internal sealed partial class HcpcsFormat : TableFormat
{
    public const string CodesTable = "hcpcs";
    public const string ModifiersTable = "modifiers";

    private const string Expected = "lines of code, sequence number, kind of record 3, 4, 7 or 8, and dates such as 20240101";

    private static readonly ImmutableArray<TableColumn> Columns =
        [new("code", ColumnType.Code), new(TableDefinition.EffectiveColumn, ColumnType.Date), new(TableDefinition.DeletedColumn, ColumnType.Date)];

    private static readonly ImmutableArray<ImmutableArray<string>> Ways = [["code"]];

    // The names of the months in the published file's name, by quarter.
    private static readonly ImmutableArray<string> Quarters = ["JAN", "APR", "JUL", "OCT"];

    public override string Words => "HCPCS alpha-numeric file";

    public override ImmutableArray<string> Tables => [CodesTable, ModifiersTable];

    public override bool Recognizes(Preview preview) =>
        HcpcsPlaces.HeadingIn(preview) >= 0 || preview.Most(LinePattern().IsMatch);

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options)
    {
        var named = entry.Names.Select(name => NamePattern().Match(name)).FirstOrDefault(match => match.Success);
        var period = options.Release is null && named is not null
            ? ReleasePeriod.In($"{named.Groups["year"].Value}Q{Quarters.IndexOf(named.Groups["month"].Value[..3].ToUpperInvariant()) + 1}")!
            : PeriodOf(entry, options);
        return new Identity(this, period, null);
    }

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        if (parts.Length > 1)
            throw new RefusedException($"the HCPCS file of {identity.Period.Name} is given {parts.Length} times");
        var (entry, preview) = parts[0];
        var places = HcpcsPlaces.In(preview, entry);
        var (codes, modifiers, bad) = (new RowStoreBuilder(Columns, Ways), new RowStoreBuilder(Columns, Ways), new BadRows());
        var toSkip = HcpcsPlaces.HeadingIn(preview) + 1;
        var earliest = int.MaxValue;
        run.Each(entry, entry.Lines(), row =>
        {
            if (toSkip-- > 0 || row[0].Trim((byte)' ').IsEmpty)
                return;
            var kind = places.Kind(row);
            if (kind is [(byte)'4' or (byte)'8'])
                return;
            bad.Rows++;
            var code = places.Code(row);
            var added = places.Added(row);
            var ended = places.Terminated(row);
            var (effective, deleted) = (0, 0);
            if (kind is not [(byte)'3' or (byte)'7'])
                bad.Add(entry, row.Line, "the kind of record is 3, 4, 7 or 8");
            else if (!WrittenCode.TryCode(code, kind[0] == '3' ? 5 : 2, kind[0] == '3' ? 5 : 2, out var packed))
                bad.Add(entry, row.Line, "a code has five, a modifier two digits and capital letters");
            else if ((!added.IsEmpty && !CompactDate.TryParse(added, out effective)) || (!ended.IsEmpty && !CompactDate.TryParse(ended, out deleted)))
                bad.Add(entry, row.Line, "a date is a day such as 20240101, or blank");
            else if (kind[0] == '7')
                modifiers.Add([packed, (ulong)effective, (ulong)deleted]);
            else if (char.IsAsciiLetterUpper((char)code[0]))
                codes.Add([packed, (ulong)effective, (ulong)deleted]);
            earliest = effective > 0 ? Math.Min(earliest, effective) : earliest;
        });

        bad.Check(entry.Shown, Expected);
        var from = earliest == int.MaxValue ? identity.Period.From : PackedDate.Unpack(earliest);
        var source = $"{Words}, {identity.Period.Name}";
        var releases = ImmutableArray.CreateBuilder<BuiltRelease>();
        foreach (var (table, rows) in new[] { (CodesTable, codes), (ModifiersTable, modifiers) }.Where(one => one.Item2.RowCount > 0))
            releases.Add(new BuiltRelease(Header(table, identity, source, Columns, Ways, rows.RowCount, bad, from), rows.Build()));
        return new ReadTables(releases.ToImmutable(), bad.Told);
    }

    [GeneratedRegex("^(  )?( ?[0-9A-Z]{5}| *[0-9A-Z]{2})[0-9]{5}[3478].{280}", RegexOptions.CultureInvariant)]
    private static partial Regex LinePattern();

    [GeneratedRegex("(?<year>20[0-9]{2})[-_](?<month>Jan|Apr|Jul|Oct)|(?<month>Jan|Apr|Jul|Oct)[a-z]*[-_](?<year>20[0-9]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
