using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>What a section says on an axis: its affirmed mentions together. It stands where the first of them stands.</summary>
internal sealed record StatedFact : PageFact
{
    /// <summary>The axis.</summary>
    public required string Axis { get; init; }

    /// <summary>Whether the axis tells codes apart.</summary>
    public required bool Billing { get; init; }

    /// <summary>The terms said, each once; one is left out beside another that it covers.</summary>
    public required ImmutableArray<string> Said { get; init; }

    /// <summary>The terms said and all that they cover.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>Whether every one of the mentions is hedged.</summary>
    public required bool Hedged { get; init; }
}
