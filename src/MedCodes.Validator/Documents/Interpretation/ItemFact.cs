namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>An item of a list.</summary>
internal sealed record ItemFact : PageFact
{
    /// <summary>Whether it is numbered: a step.</summary>
    public required bool Ordered { get; init; }

    /// <summary>The number as written; 0 for bullets.</summary>
    public required int Number { get; init; }

    /// <summary>1 for an item of an outermost list.</summary>
    public required int Depth { get; init; }

    /// <summary>The words before the colon that a labelled item begins with; empty where there is none.</summary>
    public required string Label { get; init; }

    /// <summary>Its text, label included.</summary>
    public required string Text { get; init; }
}
