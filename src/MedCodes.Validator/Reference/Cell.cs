using System.Globalization;

namespace MedCodes.Validator.Reference;

/// <summary>A value in a table, by the type of its column; the default value is an empty cell.</summary>
internal readonly record struct Cell
{
    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    public DateOnly? Date { get; private init; }

    public bool? Flag { get; private init; }

    /// <summary>Reads a written value; null where it is not of the type.</summary>
    public static Cell? Parse(string text, ColumnType type) => type switch
    {
        ColumnType.Number or ColumnType.Amount => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Cell { Number = number }
            : null,
        ColumnType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Cell { Date = date }
            : null,
        ColumnType.YesNo => text is "yes" or "no" ? new Cell { Flag = text == "yes" } : null,
        _ => new Cell { Text = text },
    };

    /// <summary>The value as it is written, empty for an empty cell.</summary>
    public override string ToString() =>
        Text
        ?? Number?.ToString("0.############################", CultureInfo.InvariantCulture)
        ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? (Flag is { } flag ? flag ? "yes" : "no" : "");
}
