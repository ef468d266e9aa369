namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A section of the page's schema, whether the page has it or not; <see cref="PageFact.Section"/> is its name.</summary>
internal sealed record SlotFact : PageFact
{
    /// <summary>Whether a page needs it.</summary>
    public required SectionNeed Needs { get; init; }

    /// <summary>What it holds.</summary>
    public required SectionContent Holds { get; init; }

    /// <summary>Its place in the schema, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>How many headings of the page open it.</summary>
    public required int Count { get; init; }
}
