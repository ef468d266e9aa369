namespace MedCodes.Validator.Sources;

/// <summary>Something a reader found wrong. Reading goes on behind it; exactly one 1xxx rule turns it into a finding.</summary>
public sealed record Fault
{
    /// <summary>What is wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The file it was found in.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The bytes it was found at; always inside the file.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The loop and element, or the heading, it was found in; empty for the file as a whole.</summary>
    public string Path { get; init; } = "";

    /// <summary>The ordinal of the claim it was found in, from 1; null outside claims.</summary>
    public int? Claim { get; init; }

    /// <summary>What the reader expected there, in words or as a value; null where nothing particular was.</summary>
    public string? Expected { get; init; }

    /// <summary>What stood there; null where nothing did. It travels as far as <see cref="FoundPrivacy"/> allows.</summary>
    public string? Found { get; init; }

    /// <summary>The class of the element that <see cref="Found"/> was read from.</summary>
    public Privacy FoundPrivacy { get; init; }
}
