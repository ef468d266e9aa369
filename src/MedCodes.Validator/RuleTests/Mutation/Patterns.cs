namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Takes the alternatives of a pattern apart.</summary>
internal static class Patterns
{
    /// <summary>The pattern without each of its alternatives in turn; nothing where it has but one.</summary>
    public static IEnumerable<(string Left, string Gone)> Without(string pattern)
    {
        var alternatives = Split(pattern);
        return alternatives.Count == 1
            ? []
            : alternatives.Select((gone, index) => (string.Join('|', alternatives.Where((_, other) => other != index)), gone));
    }

    private static List<string> Split(string pattern)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '(' or '[':
                    depth++;
                    break;
                case ')' or ']':
                    depth--;
                    break;
                case '|' when depth == 0:
                    parts.Add(pattern[start..at]);
                    start = at + 1;
                    break;
            }
        }

        parts.Add(pattern[start..]);
        return parts;
    }
}
