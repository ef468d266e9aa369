namespace MedCodes.Validator.Findings;

/// <summary>What the canonical order of findings goes by: the file's number in the run, the place, the rule's id, the claim, and what came first.</summary>
/// <remarks>Findings of several claims may stand at one place, such as their billing provider's.</remarks>
internal readonly record struct FindingKey(int File, long Offset, string Rule, int Claim, int Sequence) : IComparable<FindingKey>
{
    /// <summary>The order of those that are found claim by claim: of a file, the claim counts before the place.</summary>
    public static IComparer<FindingKey> ByClaim { get; } = Comparer<FindingKey>.Create((one, other) =>
        one.File == other.File && one.Claim != other.Claim ? one.Claim.CompareTo(other.Claim) : one.CompareTo(other));

    /// <summary>The key of a finding.</summary>
    /// <param name="file">The number of its file in the run.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="sequence">How many came before it from the same judgement.</param>
    public static FindingKey Of(int file, Finding finding, int sequence) =>
        new(file, finding.Place.Span.Offset, finding.Rule.Id, finding.Place.Claim ?? 0, sequence);

    public int CompareTo(FindingKey other)
    {
        if (File.CompareTo(other.File) is not 0 and var file)
            return file;
        if (Offset.CompareTo(other.Offset) is not 0 and var offset)
            return offset;
        if (string.CompareOrdinal(Rule, other.Rule) is not 0 and var rule)
            return rule;
        return Claim.CompareTo(other.Claim) is not 0 and var claim ? claim : Sequence.CompareTo(other.Sequence);
    }
}
