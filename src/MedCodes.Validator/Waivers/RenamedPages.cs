using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Waivers;

/// <summary>Finds under which name a page now lies that a baseline knows and that is gone: the one whose findings say the same there.</summary>
/// <remarks>Claim files are left out: findings of two batches stand at the same places and say nothing of each other.</remarks>
internal static class RenamedPages
{
    /// <summary>The pages that were renamed.</summary>
    /// <param name="report">The report of a check.</param>
    /// <param name="paths">How the baseline names files.</param>
    /// <param name="entries">What the baseline holds: path, fingerprint, how often.</param>
    /// <returns>For each the path before and after, and the fingerprints of now by those of before.</returns>
    public static IEnumerable<(string Before, string After, IReadOnlyDictionary<string, string> Prints)> Find(
        Report report, BaselinePaths paths, IEnumerable<(string Path, string Print, int Count)> entries)
    {
        var held = entries.GroupBy(entry => entry.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var gone = held.Keys.Where(path => !paths.Exists(path)).Order(StringComparer.Ordinal).ToList();
        if (gone.Count == 0)
            yield break;
        var pages = report.Files.Where(file => file.Kind == ContentKind.Text).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var fresh = report.Findings
            .Where(finding => pages.Contains(finding.Place.File.Path))
            .GroupBy(finding => paths.Kept(finding.Place.File.Path), StringComparer.Ordinal)
            .Where(page => !held.ContainsKey(page.Key))
            .ToDictionary(page => page.Key, page => page.ToList(), StringComparer.Ordinal);
        foreach (var before in gone)
        {
            var all = held[before].Sum(entry => entry.Count);
            var best = (After: "", Prints: new Dictionary<string, string>(), Same: 0);

            // Where a folder was moved, the first page of the same name is the one, and the others need no look.
            foreach (var (after, findings) in fresh.OrderBy(page => NameOf(page.Key) != NameOf(before)).ThenBy(page => page.Key, StringComparer.Ordinal))
            {
                var compared = Compared(after, findings, paths.InFingerprints(before), held[before]);
                if (compared.Same > best.Same)
                    best = compared;
                if (best.Same == all)
                    break;
            }

            // As git sees it: at least half of it is the same.
            if (best.Same == 0 || 2 * best.Same < all)
                continue;
            fresh.Remove(best.After);
            yield return (before, best.After, best.Prints);
        }
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static (string After, Dictionary<string, string> Prints, int Same) Compared(
        string after, IReadOnlyList<Finding> findings, string before, IReadOnlyList<(string Path, string Print, int Count)> held)
    {
        var prints = Fingerprints.Assign(findings, _ => true, _ => before).Zip(findings)
            .ToDictionary(pair => pair.First.Fingerprint, pair => pair.Second.Fingerprint, StringComparer.Ordinal);
        return (after, prints, held.Where(entry => prints.ContainsKey(entry.Print)).Sum(entry => entry.Count));
    }
}
