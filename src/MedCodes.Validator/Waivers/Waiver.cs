using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>A finding of data files that somebody has accepted, as the configuration states it.</summary>
public sealed record Waiver
{
    /// <summary>The rule, by id or name.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether a path is among the files that it speaks of.</summary>
    public required Func<string, bool> Covers { get; init; }

    /// <summary>The ordinal of the claim in its file; null for all claims.</summary>
    public int? Claim { get; init; }

    /// <summary>The start of the logical path, such as "2300[2]/2400[1]"; null for all.</summary>
    public string? Path { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it holds; null where it has no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who accepted it; null where it does not say.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The configuration file that states it.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The place in that file.</summary>
    public required SourceSpan Span { get; init; }

    internal bool Matches(Finding finding) =>
        (finding.Rule.Id.Equals(Rule, StringComparison.OrdinalIgnoreCase) || finding.Rule.Name == Rule)
        && (Claim is null || finding.Place.Claim == Claim)
        && (Path is null || finding.Place.Path == Path || finding.Place.Path.StartsWith(Path + "/", StringComparison.Ordinal))
        && Covers(finding.Place.File.Path);
}

/// <summary>What may set findings aside in a run.</summary>
public sealed record WaiverOptions
{
    /// <summary>The day that stands for today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The rules there are, by id and by name.</summary>
    public required ImmutableArray<string> KnownRules { get; init; }

    /// <summary>The waivers of the configuration. Default: none.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Whether comments in pages suppress. Default: yes.</summary>
    public bool InlineSuppressions { get; init; } = true;

    /// <summary>What stands for a file's path in fingerprints. Default: the path itself.</summary>
    public Func<string, string> PathOf { get; init; } = path => path;

    /// <summary>
    /// Whether the run judges all rules on all files of the project. Where it does not, nobody can say that a waiver is unused. Default: yes.
    /// </summary>
    public bool IsComplete { get; init; } = true;
}
