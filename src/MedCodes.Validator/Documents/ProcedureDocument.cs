using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents;

/// <summary>What a reader found in a page: structure only. What it means is for <see cref="Interpretation.Interpreter"/> to say.</summary>
internal sealed record ProcedureDocument
{
    /// <summary>The file.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The byte at which the page begins; above 0 only where the file holds several.</summary>
    public int Start { get; init; }

    /// <summary>What stands before the page in a block of its own, key by key, as written.</summary>
    public ImmutableArray<FrontMatterEntry> FrontMatter { get; init; } = [];

    /// <summary>The pieces of the page in the order of the file.</summary>
    public required ImmutableArray<PageBlock> Blocks { get; init; }

    /// <summary>Whether the last line ends with a line break.</summary>
    public required bool FinalNewline { get; init; }
}

/// <summary>A key of the front matter.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Values">Its values: one, several for a list, none where nothing is given.</param>
/// <param name="Span">The bytes of key and values.</param>
internal sealed record FrontMatterEntry(string Key, ImmutableArray<PageText> Values, SourceSpan Span);
