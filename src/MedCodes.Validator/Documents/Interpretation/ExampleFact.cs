using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A worked billing example: a fenced block whose mark says how its claims are written.</summary>
internal sealed record ExampleFact : PageFact
{
    /// <summary>How its claims are written.</summary>
    public required ExampleFormat Format { get; init; }

    /// <summary>What the page says of it.</summary>
    public required ExampleExpectation Expect { get; init; }

    /// <summary>The bytes between the fences, line by line where marks of a list or quotation stand before each.</summary>
    public required ImmutableArray<SourceSpan> Content { get; init; }

    /// <summary>The ids of the rules of which it has errors or warnings, each once; null where nobody has run it.</summary>
    public ImmutableArray<string>? Findings { get; init; }

    /// <summary>What those rules say of it, each with its id; null where nobody has run it.</summary>
    public ImmutableArray<string>? Said { get; init; }

    /// <summary>Why its claims cannot be read; null where they can.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The example that a fenced block is; null where its mark says nothing of the kind.</summary>
    public static ExampleFact? Of(PageBlock.Fence fence, string section)
    {
        var words = fence.Mark.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Enum.GetValues<ExampleFormat>().FirstOrDefault(format => Is(words[0], format.ToString())) is var found && found != 0
            ? new ExampleFact
            {
                Span = fence.Span,
                Section = section,
                Format = found,
                Expect = words.Skip(1).Any(word => Is(word, "fails")) ? ExampleExpectation.Findings : ExampleExpectation.Clean,
                Content = fence.Content,
            }
            : null;
    }

    private static bool Is(string word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How the claims of an example are written.</summary>
internal enum ExampleFormat
{
    /// <summary>The shorthand of rule tests.</summary>
    Claim = 1,

    /// <summary>X12.</summary>
    X12,

    /// <summary>CSV.</summary>
    Csv,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>FHIR.</summary>
    Fhir,
}

/// <summary>What a page says of an example.</summary>
internal enum ExampleExpectation
{
    /// <summary>That it is billed so.</summary>
    Clean = 1,

    /// <summary>That it must not be billed so.</summary>
    Findings,
}
