using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>
/// The procedure-to-procedure edits of Medicare: four files with tabs (or workbooks), seven columns, a notice and a heading of four rows in front.
/// Neither setting nor release stands in the file; both are in its name.
/// </summary>
internal sealed partial class PairFormat : TableFormat
{
    public const string Table = "ncci-ptp";

    // Since 2013 both sets are published in four files, split by column 1.
    private const int Parts = 4;

    private const string Expected = "rows of column 1, column 2, prior to 1996, effective date, deletion date or *, modifier indicator 0, 1 or 9, and rationale";

    public override string Words => "NCCI procedure-to-procedure edits";

    public override ImmutableArray<string> Tables => [Table];

    public override bool Recognizes(Preview preview) => HeadingOf(preview) >= 0;

    public override Identity Identify(ImportEntry entry, Preview preview, ImportOptions options)
    {
        // Medicaid's files lack the third column, and an empty deletion date means there is none.
        if (!preview.Rows[HeadingOf(preview)].Any(text => text.Contains("in existence", StringComparison.OrdinalIgnoreCase)))
            throw new RefusedException($"'{entry.Shown}' has the columns of Medicaid's edits; expected: Medicare's, with a column for edits prior to 1996");
        var setting = options.Setting ?? entry.Names.Select(SettingIn).FirstOrDefault(found => found is not null);
        return setting is "practitioner" or "hospital"
            ? new Identity(this, PeriodOf(entry, options), setting)
            : throw new RefusedException($"'{entry.Shown}' ({Words}) does not tell its setting by its name; expected: practitioner or hospital, given with --setting");
    }

    public override ReadTables Read(Identity identity, ImmutableArray<ImportPart> parts, ImportRun run)
    {
        var all = string.Join("', '", parts.Select(part => part.Entry.Shown));
        CheckParts(identity, parts);
        var builder = new PairStoreBuilder();
        var bad = new BadRows();
        foreach (var part in parts)
        {
            var begun = false;
            run.Each(part.Entry, part.Entry.Tabs(), row =>
            {
                // Everything above the first pair of codes is notice and heading.
                begun = begun || (WrittenCode.TryProcedure(row[0], out _) && WrittenCode.TryProcedure(row[1], out _));
                if (begun)
                    Add(row, part.Entry, builder, bad);
            });
        }

        bad.Check(all, Expected);
        var earliest = PackedDate.Unpack(builder.Earliest);
        var header = Header(
            Table,
            identity,
            $"{Words}, {identity.Setting}, {identity.Period.Name}",
            PairStore.AllColumns,
            PairStore.AllWays,
            builder.RowCount,
            bad,
            earliest) with
        { IsPairs = true };
        return new ReadTables([new BuiltRelease(header, builder.Build())], bad.Told);
    }

    private static void Add(RecordReader row, ImportEntry entry, PairStoreBuilder builder, BadRows bad)
    {
        // An empty line, or an empty row of a sheet.
        if (row[0].IsEmpty && row[1].IsEmpty && row[3].IsEmpty)
            return;
        bad.Rows++;
        var deleted = 0;
        var lasting = row[4].SequenceEqual("*"u8);
        if (!WrittenCode.TryProcedure(row[0], out var column1) || !WrittenCode.TryProcedure(row[1], out var column2))
            bad.Add(entry, row.Line, "columns 1 and 2 are codes of five digits and capital letters");
        else if (!CompactDate.TryParse(row[3], out var effective))
            bad.Add(entry, row.Line, "the effective date is a day such as 20240701");
        else if (!lasting && !CompactDate.TryParse(row[4], out deleted))
            bad.Add(entry, row.Line, "the deletion date is a day such as 20240701, or *");
        else if (row[5] is not [(byte)'0' or (byte)'1' or (byte)'9'])
            bad.Add(entry, row.Line, "the modifier indicator is 0, 1 or 9");
        else if (!builder.TryAdd(column1, column2, new PairRow(effective, deleted, row[5][0] - '0')))
            throw new RefusedException($"'{entry.Shown}' has more than {CodeNumbers.Most} codes");
    }

    private static void CheckParts(Identity identity, ImmutableArray<ImportPart> parts)
    {
        var numbers = parts.Select(part => part.Entry.Names.Select(PartIn).FirstOrDefault(number => number > 0)).ToList();
        var shown = $"the {identity.Setting} edits of {identity.Period.Name}";
        if (numbers.Where(number => number > 0).GroupBy(number => number).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new RefusedException($"part {twice.Key} of {shown} is given twice");

        // A file without a number is a set as a whole.
        if (numbers is [0])
            return;
        var missing = Enumerable.Range(1, Parts).Except(numbers).ToList();
        if (missing.Count > 0)
            throw new RefusedException($"of {shown} {(missing.Count == 1 ? "part" : "parts")} {string.Join(", ", missing)} of {Parts} {(missing.Count == 1 ? "is" : "are")} missing; expected: all parts in one import");
        if (numbers.Contains(0))
            throw new RefusedException($"{shown} are given in {Parts} parts and once more in a file without a number");
    }

    private static int HeadingOf(Preview preview) => preview.Find(row =>
        row is [var first, var second, ..]
        && first.StartsWith("Column 1", StringComparison.OrdinalIgnoreCase)
        && second.StartsWith("Column 2", StringComparison.OrdinalIgnoreCase));

    private static string? SettingIn(string name) =>
        PractitionerPattern().IsMatch(name) ? "practitioner" : HospitalPattern().IsMatch(name) ? "hospital" : null;

    private static int PartIn(string name) => PartPattern().Match(name) is { Success: true } match ? match.Groups[1].ValueSpan[0] - '0' : 0;

    [GeneratedRegex("ccipra|practitioner", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PractitionerPattern();

    [GeneratedRegex("ccioph|hospital|outpatient", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HospitalPattern();

    [GeneratedRegex("[-_]f([1-4])(?![0-9a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartPattern();
}
