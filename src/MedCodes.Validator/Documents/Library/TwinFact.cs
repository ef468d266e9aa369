using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Documents.Library;

/// <summary>Another page with much of the same text, seen from one side.</summary>
internal sealed record TwinFact : PageFact
{
    /// <summary>The index of the other page in the library.</summary>
    public required int Other { get; init; }

    /// <summary>The other page.</summary>
    public required DocumentFact OtherDocument { get; init; }

    /// <summary>What percentage of the five-word runs of the shorter body both have; from 50.</summary>
    public required decimal Share { get; init; }

    /// <summary>The terms that the title of this page states on billing axes and that of the other does not.</summary>
    public required ImmutableArray<string> Apart { get; init; }
}
