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

    /// <summary>A source in one line.</summary>
    public static string Cited(RuleSource source) =>
        Printable.Prose(string.Join(", ", new[] { source.Title, source.Section, source.Dates, source.Url }.Where(part => part is not null)));

    /// <summary>What follows a finding, in one line.</summary>
    public static string Expected(Consequence consequence, decimal? charge)
    {
        var parts = new List<string> { consequence.Stage };
        if (consequence.Carc.Length > 0)
            parts.Add("CARC " + string.Join(" or ", consequence.Carc));
        if (consequence.Rarc.Length > 0)
            parts.Add("RARC " + string.Join(" or ", consequence.Rarc));
        if (consequence.Group is not null)
            parts.Add("group " + consequence.Group);
        if (consequence.Likelihood is not null)
            parts.Add(consequence.Likelihood);
        if (charge is { } amount)
            parts.Add(FormattableString.Invariant($"charge at risk {amount:0.00}"));
        var needs = consequence.Needs == "none" ? "" : $", needs {consequence.Needs}";
        return $"{string.Join(", ", parts)}; for the {consequence.Actor}{needs}";
    }
}
