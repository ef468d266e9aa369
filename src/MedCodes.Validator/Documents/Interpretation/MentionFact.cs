using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>The words of a term.</summary>
internal sealed record MentionFact : PageFact
{
    /// <summary>The term that the words mean.</summary>
    public required string Term { get; init; }

    /// <summary>Its axis.</summary>
    public required string Axis { get; init; }

    /// <summary>The term and all that it covers.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>Whether the sentence denies it.</summary>
    public required bool Negated { get; init; }

    /// <summary>Whether the sentence says it of some cases only.</summary>
    public required bool Hedged { get; init; }

    /// <summary>Which procedure it is said of.</summary>
    public required Referent Of { get; init; }

    /// <summary>Of an act: the persons who do it.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Of a person: the acts done.</summary>
    public ImmutableArray<string> Does { get; init; } = [];

    /// <summary>The words as they stand on the page.</summary>
    public required string Text { get; init; }
}
