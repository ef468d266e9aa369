using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A sentence.</summary>
internal sealed record SentenceFact : PageFact
{
    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>The procedure codes in it, each once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>Those of them that are not the page's own.</summary>
    public ImmutableArray<string> OtherCodes { get; init; } = [];
}
