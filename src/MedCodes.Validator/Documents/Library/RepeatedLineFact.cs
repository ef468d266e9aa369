using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Documents.Library;

/// <summary>A line that several pages of one kind have, at its first place.</summary>
internal sealed record RepeatedLineFact : PageFact
{
    /// <summary>The line.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it stands before the titles, and so among the navigation.</summary>
    public required bool InPreamble { get; init; }

    /// <summary>How many pages have it.</summary>
    public required int Documents { get; init; }

    /// <summary>What percentage of the pages of their kind they are.</summary>
    public required decimal Share { get; init; }
}
