using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A section of a page.</summary>
internal sealed class OutlineSection(string name, PageSection? definition, int rank, PageText? heading, SourceSpan span, ImmutableArray<PageBlock> blocks)
{
    /// <summary>Its name in rules.</summary>
    public string Name { get; } = name;

    /// <summary>What the schema says of it; null where it knows no such section.</summary>
    public PageSection? Definition { get; } = definition;

    /// <summary>Its place in the schema, from 1; 0 where it knows no such section.</summary>
    public int Rank { get; } = rank;

    /// <summary>The heading; null for title and preamble.</summary>
    public PageText? Heading { get; } = heading;

    /// <summary>Where it begins.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>What stands in it.</summary>
    public ImmutableArray<PageBlock> Blocks { get; } = blocks;
}
