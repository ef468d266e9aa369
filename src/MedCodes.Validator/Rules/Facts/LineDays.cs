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

    /// <summary>Of how many days a line has facts: one without a day where its days are not known.</summary>
    public static int CountOf(ServiceLine line) => Of(line) is var (first, last) ? last.DayNumber - first.DayNumber + 1 : 1;

    /// <summary>The days of a line as facts speak of them.</summary>
    public static IEnumerable<LineDay> In(ServiceLine line)
    {
        if (Of(line) is not var (first, last))
            return [new LineDay(line, null, 1)];
        var days = CountOf(line);
        return Enumerable.Range(0, days).Select(day => new LineDay(line, first.AddDays(day), days));
    }
}
