namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Finds the word of the command line that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>"; did you mean 'x'?" where a known word is at most two edits or a third of its length away; else nothing.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var limit = Math.Max(2, written.Length / 3);
        var nearest = known
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(one => one.Distance <= limit && one.Distance < Math.Max(one.Name.Length, written.Length))
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
        return nearest is null ? "" : $"; did you mean '{nearest}'?";
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two words.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
