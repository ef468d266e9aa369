using System.Collections.Immutable;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Waivers;

/// <summary>The findings that were there when a project took the validator up: path, rule, fingerprint and how often. It holds no content.</summary>
/// <remarks>
/// A finding is matched by its fingerprint first; what is left over is matched by number in the same file and rule, so that editing the line
/// of an old finding does not make it a new one. A page that was renamed is known by the text of its findings. What two pages have between
/// them may be found at the other one next time.
/// </remarks>
public sealed class Baseline
{
    private const string Version = "1";

    private readonly SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> _entries;

    private Baseline(SortedDictionary<(string, string), SortedDictionary<string, int>> entries) => _entries = entries;

    /// <summary>How many findings it holds.</summary>
    public int Count => _entries.Values.Sum(prints => prints.Values.Sum());

    /// <summary>How many findings it holds of each rule in each file, in order.</summary>
    public IEnumerable<(string Path, string Rule, int Count)> Entries =>
        _entries.Select(entry => (entry.Key.Path, entry.Key.Rule, entry.Value.Values.Sum()));

    /// <summary>The baseline of findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="pathOf">The path to keep for the path of a finding, relative to the project.</param>
    public static Baseline Of(IEnumerable<Finding> findings, Func<string, string> pathOf)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(pathOf);
        var entries = Empty();
        foreach (var finding in findings)
            Add(entries, pathOf(finding.Place.File.Path), finding.Rule.Id, finding.Fingerprint, 1);
        return new Baseline(entries);
    }

    /// <summary>The baseline of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="pathOf">The path to keep for the path of a finding, relative to the project.</param>
    /// <param name="claims">Whether findings in claim files count too.</param>
    public static Baseline Of(Report report, Func<string, string> pathOf, bool claims)
    {
        ArgumentNullException.ThrowIfNull(report);
        var left = claims ? [] : ClaimFiles(report);
        return Of(report.Findings.Where(finding => !left.Contains(finding.Place.File.Path)), pathOf);
    }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="InvalidDataException">It is no baseline; the message says why.</exception>
    public static Baseline Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.GetProperty("version").GetString() != Version)
                throw new InvalidDataException("it is of another version");
            var entries = Empty();
            foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
            {
                foreach (var rule in file.Value.EnumerateObject())
                {
                    foreach (var print in rule.Value.EnumerateObject())
                        Add(entries, file.Name, rule.Name, print.Name, print.Value.GetInt32());
                }
            }

            return new Baseline(entries);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException("it is not the JSON of a baseline", error);
        }
    }

    /// <summary>The file: sorted, without a date, lines ended by LF, so that the same findings give the same bytes.</summary>
    public string Write()
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteStartObject("files");
            foreach (var file in _entries.GroupBy(entry => entry.Key.Path, StringComparer.Ordinal))
            {
                json.WriteStartObject(file.Key);
                foreach (var (key, prints) in file)
                {
                    json.WriteStartObject(key.Rule);
                    foreach (var (print, count) in prints)
                        json.WriteNumber(print, count);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    /// <summary>Sets aside the findings that it holds.</summary>
    /// <param name="report">The report.</param>
    /// <param name="paths">How it names files.</param>
    /// <param name="claims">Whether findings in claim files count too.</param>
    /// <returns>The report, and what of the baseline nothing matches any more: in the files that were checked, and in those that are gone.</returns>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public (Report Report, int Stale) Apply(Report report, BaselinePaths paths, bool claims)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(paths);
        var left = Copy();
        foreach (var (before, after, prints) in RenamedPages.Find(report, paths, Prints))
            Rename(left, before, after, prints);
        var untouched = claims ? [] : ClaimFiles(report);
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        string Kept(string path) => kept.TryGetValue(path, out var known) ? known : kept[path] = paths.Kept(path);
        var matched = new PositionSet(report.Findings.Count);

        // Each look at all findings matches what the one before has left over.
        void Match(Func<Finding, bool> matches)
        {
            foreach (var (position, finding) in left.Count == 0 ? [] : report.Findings.Index())
            {
                if (!matched.Contains(position) && !untouched.Contains(finding.Place.File.Path) && matches(finding))
                    matched.Add(position);
            }
        }

        Match(finding => Take(left, (Kept(finding.Place.File.Path), finding.Rule.Id), finding.Fingerprint));
        Match(finding => Take(left, (Kept(finding.Place.File.Path), finding.Rule.Id), null));
        Match(finding => OtherFiles(finding).Any(other => Take(left, (Kept(other), finding.Rule.Id), null)));
        var files = report.Files.Select(file => file.Path).Where(path => !untouched.Contains(path)).Select(paths.Kept).ToHashSet(StringComparer.Ordinal);
        return (
            report with
            {
                Findings = report.Findings.Only(position => !matched.Contains(position)),
                SetAside = report.SetAside.With(report.Findings.Only(matched.Contains), SetAsideReason.Baselined),
            },
            left.Where(entry => files.Contains(entry.Key.Path) || !paths.Exists(entry.Key.Path)).Sum(entry => entry.Value.Values.Sum()));
    }

    /// <summary>The baseline without what nothing matches any more; files that were not checked and still exist keep theirs.</summary>
    /// <param name="report">The report of a check, before the baseline was applied.</param>
    /// <param name="paths">How it names files.</param>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public Baseline Prune(Report report, BaselinePaths paths)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(paths);
        var (after, _) = Apply(report, paths, claims: true);
        var kept = Of(after.SetAside.Of(SetAsideReason.Baselined), paths.Kept)._entries;
        var files = report.Files.Select(file => paths.Kept(file.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, prints) in _entries.Where(entry => !files.Contains(entry.Key.Path) && paths.Exists(entry.Key.Path)))
            kept[key] = prints;
        return new Baseline(kept);
    }

    private static HashSet<string> ClaimFiles(Report report) =>
        report.Files.Where(file => file.Kind is ContentKind.X12 or ContentKind.Json).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> OtherFiles(Finding finding) => finding.Witnesses
        .SelectMany(witness => witness.Members.Add(witness.Place!))
        .OfType<Place>()
        .Select(place => place.File.Path)
        .Where(path => path != finding.Place.File.Path)
        .Distinct(StringComparer.Ordinal);

    private IEnumerable<(string Path, string Print, int Count)> Prints =>
        _entries.SelectMany(entry => entry.Value.Select(print => (entry.Key.Path, print.Key, print.Value)));

    private static void Rename(
        SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> entries, string before, string after, IReadOnlyDictionary<string, string> prints)
    {
        foreach (var (key, held) in entries.Where(entry => entry.Key.Path == before).ToList())
        {
            entries.Remove(key);
            foreach (var (print, count) in held)
                Add(entries, after, key.Rule, prints.GetValueOrDefault(print, print), count);
        }
    }

    private static bool Take(SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> left, (string, string) key, string? print)
    {
        if (!left.TryGetValue(key, out var prints) || (print ?? prints.Keys.FirstOrDefault()) is not { } found || !prints.TryGetValue(found, out var count))
            return false;
        if (count > 1)
            prints[found] = count - 1;
        else if (prints.Count > 1)
            prints.Remove(found);
        else
            left.Remove(key);
        return true;
    }

    private SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> Copy()
    {
        var copy = Empty();
        foreach (var (key, prints) in _entries)
            copy[key] = new SortedDictionary<string, int>(prints, StringComparer.Ordinal);
        return copy;
    }

    private static SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> Empty() => new(Comparer<(string Path, string Rule)>.Create((a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is not 0 and var order ? order : string.CompareOrdinal(a.Rule, b.Rule)));

    private static void Add(SortedDictionary<(string Path, string Rule), SortedDictionary<string, int>> entries, string path, string rule, string print, int count)
    {
        if (!entries.TryGetValue((path, rule), out var prints))
            entries[(path, rule)] = prints = new SortedDictionary<string, int>(StringComparer.Ordinal);
        prints[print] = prints.GetValueOrDefault(print) + count;
    }
}
