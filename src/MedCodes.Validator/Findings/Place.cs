using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>Where a fact stands: in the file for programs, in the claim or page for people.</summary>
public sealed record Place
{
    /// <summary>The file.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The bytes; a length of 0 where only the place between two bytes is known.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The logical path, such as "2300[2]/2400[1]/SV101"; empty for the whole file.</summary>
    public string Path { get; init; } = "";

    /// <summary>The ordinal of the claim in the file, from 1; null for documents and files.</summary>
    public int? Claim { get; init; }

    /// <summary>The claim's own id (CLM01), which finds the account; privacy class account.</summary>
    public string? ClaimId { get; init; }

    /// <summary>The service line's number; null above lines.</summary>
    public int? Line { get; init; }

    /// <summary>The section of a document; null for claims.</summary>
    public string? Section { get; init; }
}
