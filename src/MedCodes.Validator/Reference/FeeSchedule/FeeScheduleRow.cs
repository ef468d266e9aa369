using System.Buffers.Text;
using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Importing;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.FeeSchedule;

/// <summary>A row of the fee schedule: the indicators that rules read.</summary>
internal static class FeeScheduleRow
{
    public static ImmutableArray<TableColumn> Columns { get; } =
    [
        new("code", ColumnType.Code),
        new("status", ColumnType.Name),
        new("global-days", ColumnType.Name),
        new("days-before", ColumnType.Number),
        new("days-after", ColumnType.Number),
        new("multiple", ColumnType.Number),
        new("bilateral", ColumnType.Number),
        new("assistant", ColumnType.Number),
        new("co-surgeon", ColumnType.Number),
        new("team", ColumnType.Number),
        new("pc-tc", ColumnType.Number),
        new("office-rate", ColumnType.YesNo),
        new("facility-rate", ColumnType.YesNo),
    ];

    private static readonly ImmutableArray<string> Indicators = ["multiple", "bilateral", "assistant", "co-surgeon", "team", "pc-tc"];

    /// <summary>Adds a row; null where it is well-formed, else what is wrong with it.</summary>
    public static string? TryAdd(RecordReader row, FeeScheduleHeadings headings, ulong code, RowStoreBuilder rows)
    {
        var status = row[headings["status"]].Trim((byte)' ');
        if (status is not [>= (byte)'A' and <= (byte)'Z'])
            return "the status code is a capital letter";
        var days = row[headings["global-days"]].Trim((byte)' ');
        if (!IsGlobal(days, out var before, out var after))
            return "the global days are 000, 010, 090, MMM, XXX, YYY or ZZZ";

        Span<ulong> cells = stackalloc ulong[Columns.Length];
        (cells[0], cells[1], cells[2]) = (code, rows.Pack(status), rows.Pack(days));
        (cells[3], cells[4]) = (Number(before), Number(after));
        for (var i = 0; i < Indicators.Length; i++)
        {
            var text = row[headings[Indicators[i]]].Trim((byte)' ');
            if (text.IsEmpty)
                continue;
            if (!Utf8Parser.TryParse(text, out int indicator, out var read) || read != text.Length || indicator < 0)
                return $"the indicator {Indicators[i]} is a whole number";
            cells[5 + i] = Number(indicator);
        }

        cells[11] = Rate(row[headings["office-rate"]]);
        cells[12] = Rate(row[headings["facility-rate"]]);
        rows.Add(cells);
        return null;
    }

    // 42 CFR 414.40: a procedure with 90 days of follow-up includes the day before it; others begin on their day.
    private static bool IsGlobal(ReadOnlySpan<byte> text, out int? before, out int? after)
    {
        (before, after) = (null, null);
        if (text.SequenceEqual("000"u8))
            (before, after) = (0, 0);
        else if (text.SequenceEqual("010"u8))
            (before, after) = (0, 10);
        else if (text.SequenceEqual("090"u8))
            (before, after) = (1, 90);
        else
            return text.SequenceEqual("MMM"u8) || text.SequenceEqual("XXX"u8) || text.SequenceEqual("YYY"u8) || text.SequenceEqual("ZZZ"u8);
        return true;
    }

    // "NA" in the column of a setting says that the procedure has no rate there.
    private static ulong Rate(ReadOnlySpan<byte> text) => Cell.Of(!text.Trim((byte)' ').SequenceEqual("NA"u8)).Packed;

    private static ulong Number(int? value) => value is { } number && PackedNumber.TryPack(number, 0, out var packed) ? packed : 0;
}
