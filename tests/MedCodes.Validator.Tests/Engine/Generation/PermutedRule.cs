namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Writes the entries of a rule and the groups of its demand in the other order. What a rule is reported at is written down first.</summary>
internal static class PermutedRule
{
    private const string Report = "report: [";

    /// <summary>The rule with what it reports written down: else that is, in the end, whichever entry is written first.</summary>
    public static string WithReport(string rule)
    {
        var lines = rule.Split('\n').ToList();
        var said = lines.FindIndex(line => line.StartsWith(Report, StringComparison.Ordinal));
        var names = said < 0 ? [] : lines[said][Report.Length..^1].Split(", ").ToList();
        if (said >= 0)
            lines.RemoveAt(said);

        // Rows and totals, which no finding is reported at, have other names.
        var subjects = lines.Where(line => line.StartsWith("  a:", StringComparison.Ordinal) || line.StartsWith("  m:", StringComparison.Ordinal)).Select(line => line[2..3]);
        return string.Join('\n', lines.Append($"{Report}{string.Join(", ", names.Concat(subjects).Distinct())}]"));
    }

    /// <summary>The rule in the other order.</summary>
    public static string Of(string rule)
    {
        var lines = rule.Split('\n').ToList();
        foreach (var key in new[] { "match:", "require:", "forbid:" })
        {
            var start = lines.FindIndex(line => line.StartsWith(key, StringComparison.Ordinal)) + 1;
            if (start == 0)
                continue;
            var end = start;
            while (end < lines.Count && lines[end].StartsWith("  ", StringComparison.Ordinal))
                end++;

            // A group of a list begins with a dash, and what is deeper belongs to it.
            var items = new List<List<string>>();
            foreach (var line in lines[start..end])
            {
                if (items.Count > 0 && line.StartsWith("    ", StringComparison.Ordinal))
                    items[^1].Add(line);
                else
                    items.Add([line]);
            }

            items.Reverse();
            lines = [.. lines[..start], .. items.SelectMany(item => item), .. lines[end..]];
        }

        return string.Join('\n', lines);
    }
}
