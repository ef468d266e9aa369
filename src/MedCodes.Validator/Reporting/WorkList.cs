namespace MedCodes.Validator.Reporting;

/// <summary>Gathers findings into units of work by root cause, the one with the largest charge at risk first.</summary>
/// <remarks>
/// A finding that misses something follows from another one where the candidate that came nearest is a line that the other denies: an
/// add-on whose primary is denied is no work of its own. The findings are looked at several times and none of them is kept; what is kept
/// of a cause are numbers, and four bytes for each of its claims.
/// </remarks>
internal static class WorkList
{
    /// <summary>The work of a report.</summary>
    /// <param name="findings">Its findings in canonical order; they are looked at up to three times.</param>
    /// <param name="shownOfACause">How many findings of a cause are named.</param>
    /// <param name="placesOfACause">How many places of a cause are named.</param>
    public static IReadOnlyList<WorkItem> Of(IEnumerable<ShownFinding> findings, int shownOfACause = 0, int placesOfACause = 0)
    {
        var denied = Denied(findings);
        var causes = new Dictionary<string, WorkCause>(StringComparer.Ordinal);
        foreach (var (number, finding) in findings.Index())
        {
            var root = RootOf(number, finding, denied);
            if (!causes.TryGetValue(root.Cause, out var cause))
                causes.Add(root.Cause, cause = new WorkCause(root.Cause, root.Rule, shownOfACause, placesOfACause));
            cause.Add(number, finding);
        }

        return
        [
            .. causes.Values.Select(cause => cause.ToItem())
                .OrderByDescending(item => item.ChargeAtRisk ?? 0)
                .ThenByDescending(item => item.Severity)
                .ThenByDescending(item => item.Claims)
                .ThenByDescending(item => item.Findings)
                .ThenBy(item => item.Cause, StringComparer.Ordinal),
        ];
    }

    /// <summary>The first finding that denies each of the lines that others miss.</summary>
    private static Dictionary<LineKey, Denial> Denied(IEnumerable<ShownFinding> findings)
    {
        var denied = new Dictionary<LineKey, Denial>();
        var missed = findings.Select(Follows).OfType<LineKey>().ToHashSet();
        foreach (var (number, finding) in missed.Count == 0 ? [] : findings.Index())
        {
            if (finding.ChargeAtRisk is not null && LineKey.Of(finding.Place) is var line && missed.Contains(line))
                denied.TryAdd(line, new Denial(number, new Root(finding.Cause, finding.Rule), Follows(finding) is not null));
        }

        return denied;
    }

    private static Root RootOf(int number, ShownFinding finding, Dictionary<LineKey, Denial> denied)
    {
        // One step is enough for an add-on; a longer way could lead in a circle.
        return Follows(finding) is { } line && denied.TryGetValue(line, out var denial) && denial.Number != number && !denial.Follows
            ? denial.Root
            : new Root(finding.Cause, finding.Rule);
    }

    private static LineKey? Follows(ShownFinding finding) =>
        finding.Witnesses.Select(witness => witness.Absence?.Nearest).FirstOrDefault(place => place?.Line is not null) is { } nearest ? LineKey.Of(nearest) : null;

    private readonly record struct Root(string Cause, Findings.RuleDescription Rule);

    private readonly record struct Denial(int Number, Root Root, bool Follows);

    private readonly record struct LineKey(string File, int Claim, int Line)
    {
        public static LineKey Of(ShownPlace place) => new(place.File, place.Claim ?? 0, place.Line ?? 0);
    }
}
