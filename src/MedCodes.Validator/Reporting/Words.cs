using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>The words that the formats share for parts of a finding.</summary>
internal static class Words
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>A count with its noun, as in "1 claim" and "2 claims".</summary>
    public static string Count(int number, string noun) => FormattableString.Invariant($"{number:#,0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The key of a table row, column by column.</summary>
    public static string Key(TableRow row, PhiLevel phi) =>
        string.Join(" / ", row.Key.Select(column => phi.Shows(column.Privacy) ? string.Join(", ", column.Values) : Message.Mask));
}
