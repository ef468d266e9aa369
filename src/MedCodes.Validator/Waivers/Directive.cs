using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>A comment in a page that speaks to the validator.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Line">The line that it stands on, from 1.</param>
/// <param name="Target">The line that it speaks of; 0 for ranges and files.</param>
/// <param name="Rules">The rules that it names, by id or name as written.</param>
/// <param name="Reason">Why; null where it gives none.</param>
/// <param name="Until">The last day on which it holds; null where it has no end.</param>
/// <param name="Span">The bytes of the comment.</param>
/// <param name="Removal">The bytes to take out to be rid of it: the whole line where nothing else stands there.</param>
internal sealed record Directive(
    DirectiveKind Kind,
    int Line,
    int Target,
    ImmutableArray<string> Rules,
    string? Reason,
    DateOnly? Until,
    SourceSpan Span,
    SourceSpan Removal)
{
    /// <summary>The word that was written where it is none of those known; empty otherwise.</summary>
    public string Word { get; init; } = "";

    /// <summary>The first line behind the range that it opens; null where it goes on to the end of the page.</summary>
    public int? End { get; init; }

    /// <summary>Whether it speaks of a line.</summary>
    public bool Covers(int line) => Kind switch
    {
        DirectiveKind.File => true,
        DirectiveKind.Start => line >= Line && (End is null || line < End),
        DirectiveKind.End or DirectiveKind.Unknown => false,
        _ => line == Target,
    };
}

/// <summary>What a comment asks for.</summary>
internal enum DirectiveKind
{
    /// <summary>Nothing of the rules on the line of the comment.</summary>
    SameLine = 1,

    /// <summary>Nothing of the rules on the next line that has text.</summary>
    NextLine,

    /// <summary>Nothing of the rules from here on.</summary>
    Start,

    /// <summary>The rules again.</summary>
    End,

    /// <summary>Nothing of the rules on the whole page.</summary>
    File,

    /// <summary>Nobody can tell: its word is none of those known.</summary>
    Unknown,
}
