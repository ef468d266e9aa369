using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>What findings have in common that one piece of work mends.</summary>
/// <remarks>
/// The rule, and what it found wrong without saying where: the key of the table row, else the codes and provider numbers that it read. Only
/// open values count, so that the cause is the same at every level of privacy. Findings on pages are causes of their own, one a page and rule.
/// </remarks>
public static class RootCause
{
    // The fields that say what is wrong; the others say where, when and for whom.
    private static readonly string[] Telling = ["code", "npi", "type-of-bill", "place-of-service", "taxonomy"];

    // The part of a key that is the same for every row in use.
    private static readonly string[] Constant = ["program", "setting"];

    /// <summary>The cause in words, such as "bundled-code: 64483, 77003".</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Place.Claim is null)
            return $"{finding.Rule.Name}: {finding.Place.File.Path}";
        var values = finding.Witnesses
            .SelectMany(witness => witness.Row is { } row ? row.Key.Where(column => !Constant.Contains(column.Name)) : [])
            .ToList();
        if (values.Count == 0)
            values = [.. finding.Witnesses.Where(witness => witness.Absence is null).SelectMany(witness => witness.Fields.Where(field => Telling.Contains(field.Name)))];
        var words = values
            .Where(field => field.Privacy == Privacy.Open)
            .SelectMany(field => field.Values)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return words.Count == 0 ? finding.Rule.Name : $"{finding.Rule.Name}: {string.Join(", ", words)}";
    }
}
