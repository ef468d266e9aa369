namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>The words by which a clause speaks of another procedure or of one done before.</summary>
internal static class ReferenceWords
{
    /// <summary>A clause with one of them compares and so speaks of something else too.</summary>
    public static CueList Comparing { get; } = new(
        "compared with", "compared to", "in comparison", "by comparison", "unlike", "in contrast", "as opposed to", "versus", "vs", "alternative to",
        "alternatives to", "differs from", "differ from", "different from", "similar to");

    /// <summary>Compares, except before a number, behind "rather" and behind "other".</summary>
    public const string Than = "than";

    /// <summary>Words before "than" that make no comparison.</summary>
    public static CueList BeforeThan { get; } = new("rather", "other");

    /// <summary>A clause that begins with one of them speaks of the page's own procedure whatever codes it names: "it is reported with 64490".</summary>
    public static CueList Own { get; } = new("it", "this");

    /// <summary>A clause with one of them speaks of something done before.</summary>
    public static CueList Earlier { get; } = new("prior", "previous", "previously", "history of");

    /// <summary>Phrases with such a word that say nothing of the kind.</summary>
    public static CueList NotEarlier { get; } = new("prior to", "prior authorization", "prior authorizations", "prior approval", "previous to", "previous step");
}
