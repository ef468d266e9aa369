namespace MedCodes.Validator.Yaml;

/// <summary>Finds the name that was probably meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The known name nearest to the one written: at most two edits away, or a third of its length; null where none is.
    /// Of equally near ones the first in ordinal order.
    /// </summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(known);
        var limit = Math.Max(2, written.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var name in known.Order(StringComparer.Ordinal))
        {
            // A suggestion that shares nothing with a short word is noise.
            var distance = Distance(written, name);
            if (distance < bestDistance && distance < Math.Max(written.Length, name.Length))
            {
                best = name;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two names.</summary>
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
                var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
