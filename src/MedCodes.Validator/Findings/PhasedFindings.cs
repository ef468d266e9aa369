namespace MedCodes.Validator.Findings;

/// <summary>The findings of a list in the order in which a run that hands them on comes by them.</summary>
internal static class PhasedFindings
{
    /// <summary>Those that a claim is enough for, file by file and claim by claim, some at a time.</summary>
    /// <exception cref="Sources.SpillException">They are many, and there is no room for them in the folder for temporary files.</exception>
    public static IEnumerable<IEnumerable<Finding>> OfClaims(FindingList findings)
    {
        var some = OfPhase(findings, FindingPhase.Claim);
        if (some.Count == 0)
            yield break;

        // In canonical order a billing provider comes before all of its claims.
        using var sorter = new FindingSorter(order: FindingKey.ByClaim);
        var (file, number) = (some[0].Place.File, 0);
        foreach (var (place, finding) in some.Index())
        {
            if (finding.Place.File != file)
                (file, number) = (finding.Place.File, number + 1);
            sorter.Add(FindingKey.Of(number, finding, place), finding);
        }

        foreach (var block in sorter.InOrder().Chunk(FindingStore.PageLength))
            yield return block;
    }

    /// <summary>The others, in the order of the list, some at a time.</summary>
    public static IEnumerable<IEnumerable<Finding>> OfRun(FindingList findings)
    {
        // Every finding is looked at for this, and only when somebody asks.
        foreach (var block in OfPhase(findings, FindingPhase.Run).Blocks)
            yield return block;
    }

    private static FindingList OfPhase(FindingList findings, FindingPhase phase) => findings.Regraded(kind => kind.Rule.Phase == phase ? kind.Severity : null);
}
