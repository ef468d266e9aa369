using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>The days of a line.</summary>
internal static class LineDays
{
    // Equipment can be billed for months at a time; a range longer than three years is a slip, and one fact without a day will do.
    private const int Most = 1096;

    /// <summary>The first and the last day; null where they are missing, reversed or absurdly many.</summary>
    public static (DateOnly First, DateOnly Last)? Of(ServiceLine line) =>
        line.Date is { } first && line.Through is { } last && last >= first && last.DayNumber - first.DayNumber < Most ? (first, last) : null;
}
