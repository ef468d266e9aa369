using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>What findings have in common that one piece of work mends.</summary>
/// <remarks>
/// The rule, and what it found wrong without saying where: the key of the table row, else the codes and provider numbers that it read. Only
/// open values count, so that the cause is the same at every level of privacy. Findings on pages are causes of their own, one a page and rule.
/// </remarks>
public static class RootCause
{
    /// <summary>The cause in words, such as "bundled-code: 64483, 77003".</summary>
    public static string Of(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (finding.Place.Claim is null)
            return $"{finding.Rule.Name}: {finding.Place.File.Path}";
        var words = new List<string>();
        var hasKey = false;
        foreach (var witness in finding.Witnesses)
        {
            foreach (var column in witness.Row is { } row ? row.Key : [])
            {
                if (IsConstant(column))
                    continue;
                hasKey = true;
                Add(column, words);
            }
        }

        foreach (var witness in hasKey ? [] : finding.Witnesses)
        {
            foreach (var field in witness.Absence is null ? witness.Fields : [])
            {
                if (Tells(field))
                    Add(field, words);
            }
        }

        return words.Count == 0 ? finding.Rule.Name : $"{finding.Rule.Name}: {string.Join(", ", words)}";
    }

    // The fields that say what is wrong; the others say where, when and for whom.
    private static bool Tells(WitnessField field) => field.Name is "code" or "npi" or "type-of-bill" or "place-of-service" or "taxonomy";

    // The part of a key that is the same for every row in use.
    private static bool IsConstant(WitnessField column) => column.Name is "program" or "setting";

    private static void Add(WitnessField field, List<string> words)
    {
        foreach (var value in field.Privacy == Privacy.Open ? field.Values : [])
        {
            if (!words.Contains(value))
                words.Add(value);
        }
    }
}
