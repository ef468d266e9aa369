using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A page as facts, each list in canonical order: by byte offset, then as the page or the schema lists them.</summary>
internal sealed record InterpretedDocument
{
    /// <summary>The page as its reader found it.</summary>
    public required ProcedureDocument Source { get; init; }

    /// <summary>The page as a whole.</summary>
    public required DocumentFact Document { get; init; }

    /// <summary>The sections of its schema, there or not, in the schema's order.</summary>
    public ImmutableArray<SlotFact> Slots { get; init; } = [];

    /// <summary>Its sections.</summary>
    public ImmutableArray<SectionFact> Sections { get; init; } = [];

    /// <summary>The items of its lists.</summary>
    public ImmutableArray<ItemFact> Items { get; init; } = [];

    /// <summary>Its sentences.</summary>
    public ImmutableArray<SentenceFact> Sentences { get; init; } = [];

    /// <summary>The mentions of terms.</summary>
    public ImmutableArray<MentionFact> Mentions { get; init; } = [];

    /// <summary>What its sections say, axis by axis.</summary>
    public ImmutableArray<StatedFact> Stated { get; init; } = [];

    /// <summary>What is written like a code.</summary>
    public ImmutableArray<CodeMentionFact> CodeMentions { get; init; } = [];

    /// <summary>Its amounts.</summary>
    public ImmutableArray<AmountFact> Amounts { get; init; } = [];

    /// <summary>Its worked billing examples.</summary>
    public ImmutableArray<ExampleFact> Examples { get; init; } = [];

    /// <summary>The keys of its front matter.</summary>
    public ImmutableArray<FrontMatterFact> FrontMatter { get; init; } = [];
}
