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

    /// <exception cref="FormatException">The word is none of a severity.</exception>
    public static Severity SeverityOf(string word) => word switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "info" => Severity.Info,
        _ => throw new FormatException(),
    };

    public static string Of(FindingPhase phase) => phase switch
    {
        FindingPhase.Claim => "claim",
        FindingPhase.File => "file",
        _ => "run",
    };

    /// <exception cref="FormatException">The word is none of a phase.</exception>
    public static FindingPhase PhaseOf(string word) => word switch
    {
        "claim" => FindingPhase.Claim,
        "file" => FindingPhase.File,
        "run" => FindingPhase.Run,
        _ => throw new FormatException(),
    };

    public static string Of(PhiLevel phi) => phi switch
    {
        PhiLevel.Show => "show",
        PhiLevel.Account => "account",
        _ => "mask",
    };

    /// <exception cref="FormatException">The word is none of a level.</exception>
    public static PhiLevel PhiOf(string word) => word switch
    {
        "show" => PhiLevel.Show,
        "account" => PhiLevel.Account,
        "mask" => PhiLevel.Mask,
        _ => throw new FormatException(),
    };

    /// <summary>What a file was taken for, as it stands in reports.</summary>
    public static string Of(ContentKind kind) => kind.ToString().ToLowerInvariant();

    /// <exception cref="FormatException">The word is none of a kind.</exception>
    public static ContentKind KindOf(string word) =>
        Enum.GetValues<ContentKind>().Where(kind => Of(kind) == word).Cast<ContentKind?>().FirstOrDefault() ?? throw new FormatException();

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
        var parts = new List<string> { Predicted(consequence) };
        if (charge is { } amount)
            parts.Add(FormattableString.Invariant($"charge at risk {amount:0.00}"));
        var needs = consequence.Needs == "none" ? "" : $", needs {consequence.Needs}";
        return $"{string.Join(", ", parts)}; for the {consequence.Actor}{needs}";
    }

    /// <summary>What the payer is likely to answer, such as "denial, CARC 107 or 97, group CO, usual".</summary>
    public static string Predicted(Consequence consequence)
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
        return string.Join(", ", parts);
    }
}
