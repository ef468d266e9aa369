using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Gathers findings into units of work by root cause, the one with the largest charge at risk first.</summary>
/// <remarks>
/// A finding that misses something follows from another one where the candidate that came nearest is a line that the other denies: an
/// add-on whose primary is denied is no work of its own.
/// </remarks>
internal sealed class WorkList
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<LineKey, Entry> _denied = [];

    /// <summary>The work of a report.</summary>
    public static IReadOnlyList<WorkItem> Of(IEnumerable<ShownFinding> findings)
    {
        var list = new WorkList();
        foreach (var finding in findings)
            list.Add(finding);
        return list.Items();
    }

    public void Add(ShownFinding finding)
    {
        var nearest = finding.Witnesses.Select(witness => witness.Absence?.Nearest).FirstOrDefault(place => place?.Line is not null);
        var entry = new Entry(
            _entries.Count, finding.Cause, finding.Rule, finding.Severity, finding.Place, finding.ChargeAtRisk, nearest is null ? null : KeyOf(nearest))
        {
            Deadline = finding.Deadline,
        };
        _entries.Add(entry);
        if (finding.ChargeAtRisk is not null)
            _denied.TryAdd(KeyOf(finding.Place), entry);
    }

    public IReadOnlyList<WorkItem> Items() =>
    [
        .. _entries.Select(entry => (Root: RootOf(entry), Entry: entry))
            .GroupBy(item => item.Root.Cause, item => item, StringComparer.Ordinal)
            .Select(group => Item(group.First().Root, [.. group.Select(item => item.Entry)]))
            .OrderByDescending(item => item.ChargeAtRisk ?? 0)
            .ThenByDescending(item => item.Severity)
            .ThenByDescending(item => item.Claims)
            .ThenByDescending(item => item.Findings)
            .ThenBy(item => item.Cause, StringComparer.Ordinal),
    ];

    private Entry RootOf(Entry entry)
    {
        // One step is enough for an add-on; a longer way could lead in a circle.
        return entry.Follows is { } line && _denied.TryGetValue(line, out var cause) && cause != entry && cause.Follows is null ? cause : entry;
    }

    private static WorkItem Item(Entry root, IReadOnlyList<Entry> entries)
    {
        var charges = entries
            .Where(entry => entry.Charge is not null)
            .GroupBy(entry => KeyOf(entry.Place))
            .Select(line => line.Max(entry => entry.Charge!.Value))
            .ToList();
        var places = entries.Select(entry => entry.Place)
            .DistinctBy(place => place.Claim is null ? (place.File, 0, place.Region.Value.ByteOffset) : (place.File, place.Claim.Value, 0L))
            .ToList();
        return new WorkItem
        {
            Cause = root.Cause,
            Rule = root.Rule,
            Severity = entries.Max(entry => entry.Severity),
            Findings = entries.Count,
            Members = [.. entries.Select(entry => entry.Number)],
            Deadline = entries.Min(entry => entry.Deadline),
            Claims = places.Count(place => place.Claim is not null),
            ChargeAtRisk = charges.Count == 0 ? null : charges.Sum(),
            Places = [.. places],
        };
    }

    private static LineKey KeyOf(ShownPlace place) => new(place.File, place.Claim ?? 0, place.Line ?? 0);

    private sealed record Entry(int Number, string Cause, RuleDescription Rule, Severity Severity, ShownPlace Place, decimal? Charge, LineKey? Follows)
    {
        public DateOnly? Deadline { get; init; }
    }

    private readonly record struct LineKey(string File, int Claim, int Line);
}
