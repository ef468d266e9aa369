using System.Globalization;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reference;

/// <summary>A value in a table, by the type of its column; the default value is an empty cell.</summary>
internal readonly record struct Cell
{
    private const ulong No = 1;
    private const ulong Yes = 2;

    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    public DateOnly? Date { get; private init; }

    public bool? Flag { get; private init; }

    /// <summary>The number, date or flag as stores hold it; 0 for an empty cell. Equal values have equal numbers.</summary>
    public ulong Packed => this switch
    {
        { Number: { } number } => PackedNumber.TryPack(number / 1.0000000000000000000000000000m, out var packed) ? packed : 0,
        { Date: { } date } => (ulong)PackedDate.Pack(date),
        { Flag: { } flag } => flag ? Yes : No,
        _ => 0,
    };

    public static Cell Of(string? text) => new() { Text = text };

    public static Cell Of(bool flag) => new() { Flag = flag };

    /// <summary>Reads a written value; null where it is not of the type, or has more digits than a store can hold.</summary>
    public static Cell? Parse(string text, ColumnType type) => type switch
    {
        ColumnType.Number or ColumnType.Amount => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && PackedNumber.TryPack(number, out _)
            ? new Cell { Number = number }
            : null,
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Cell { Date = date }
            : null,
        ColumnType.YesNo => text is "yes" or "no" ? new Cell { Flag = text == "yes" } : null,
        _ => new Cell { Text = text },
    };

    /// <summary>The value that a number in a store stands for; texts are the store's own.</summary>
    public static Cell Unpack(ulong packed, ColumnType type) => packed == 0
        ? default
        : type switch
        {
            ColumnType.Number or ColumnType.Amount => new Cell { Number = PackedNumber.Unpack(packed) },
            ColumnType.Date => new Cell { Date = PackedDate.Unpack((int)packed) },
            ColumnType.YesNo => new Cell { Flag = packed == Yes },
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>The value as it is written, empty for an empty cell.</summary>
    public override string ToString() =>
        Text
        ?? Number?.ToString("0.############################", CultureInfo.InvariantCulture)
        ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? (Flag is { } flag ? flag ? "yes" : "no" : "");
}
