using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Something that a page says or lacks, at a place.</summary>
internal abstract record PageFact
{
    /// <summary>The bytes it stands at; length 0 for what is absent or stands for the page as a whole.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>The name of the section that it stands in; empty for the page as a whole.</summary>
    public string Section { get; init; } = "";

    /// <summary>The number of the item around it, from 1 through the page; 0 outside items.</summary>
    public int Item { get; init; }

    /// <summary>The number of the sentence around it, from 1 through the page; 0 above sentences.</summary>
    public int Sentence { get; init; }

    /// <summary>The number of the clause around it, from 1 through the page; 0 above clauses.</summary>
    public int Clause { get; init; }
}
