namespace MedCodes.Validator.Reference.Coverages;

/// <summary>An article of a contractor: its public number, such as A58403, and the days on which it is in force, packed; 0 for none.</summary>
internal sealed record Article(ulong Number, int Effective, int Ended)
{
    /// <summary>The packed numbers of the contractors that it is of.</summary>
    public HashSet<ulong> Contractors { get; } = [];

    /// <summary>The packed procedures that it speaks of.</summary>
    public HashSet<ulong> Procedures { get; } = [];

    /// <summary>The packed diagnoses that support them.</summary>
    public HashSet<ulong> Covered { get; } = [];

    /// <summary>The packed diagnoses that do not.</summary>
    public HashSet<ulong> NonCovered { get; } = [];
}
