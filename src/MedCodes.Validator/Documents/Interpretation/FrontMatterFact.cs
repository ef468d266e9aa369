using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A key of the front matter.</summary>
internal sealed record FrontMatterFact : PageFact
{
    /// <summary>The key as written.</summary>
    public required string Key { get; init; }

    /// <summary>What the schema takes it for.</summary>
    public required FrontMatterMeaning Means { get; init; }

    /// <summary>The value where there is exactly one that is not empty.</summary>
    public string? Value { get; init; }

    /// <summary>All values.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The procedure codes in the values, each once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>The terms that the values state.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];
}
