using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>A finding as it may be shown at one level of privacy. All formats write it, and nothing else of a finding.</summary>
internal sealed record ShownFinding
{
    public required RuleDescription Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>When it could be known.</summary>
    public required FindingPhase Phase { get; init; }

    /// <summary>The number, from 1, of the file that it stands in among those that were checked; null where it stands in none of them.</summary>
    public required int? FileNumber { get; init; }

    public required string Message { get; init; }

    /// <summary>What it has in common with others that one piece of work mends.</summary>
    public required string Cause { get; init; }

    public required ShownPlace Place { get; init; }

    /// <summary>The line or segment that it points to; null where it cannot be quoted.</summary>
    public required Lazy<Frame?> Frame { get; init; }

    public required ImmutableArray<ShownWitness> Witnesses { get; init; }

    public decimal? ChargeAtRisk { get; init; }

    /// <summary>The last day on which the claim can be filed; it tells the date of service.</summary>
    public DateOnly? Deadline { get; init; }

    public required string Fingerprint { get; init; }

    public ImmutableArray<ShownEdit> Edits { get; init; } = [];
}

/// <summary>A place as it may be shown.</summary>
internal sealed record ShownPlace
{
    public required string File { get; init; }

    /// <summary>Whether the file is no claim file: people find their way in it by line and column.</summary>
    public required bool IsPage { get; init; }

    public int? Claim { get; init; }

    /// <summary>The claim's own id, where the level shows it.</summary>
    public string? ClaimId { get; init; }

    public int? Line { get; init; }

    public string? Section { get; init; }

    public string Path { get; init; } = "";

    public required ShownRegion Region { get; init; }

    /// <summary>Whether places in a file of a kind are given by line and column. A page that cannot be read is none of the known kinds.</summary>
    public static bool HasLines(ContentKind kind) => kind is ContentKind.Text or ContentKind.Unrecognized;
}

/// <summary>Bytes from 0; lines and columns (UTF-16 code units) from 1, ends exclusive.</summary>
internal readonly record struct Region(long ByteOffset, int ByteLength, int StartLine, long StartColumn, int EndLine, long EndColumn);

/// <summary>A fact of the proof as it may be shown.</summary>
internal sealed record ShownWitness
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public ShownPlace? Place { get; init; }

    public ShownRow? Row { get; init; }

    public ShownAbsence? Absence { get; init; }

    /// <summary>The values that the rule read, those that are withheld last.</summary>
    public ImmutableArray<ShownField> Fields { get; init; } = [];

    public ImmutableArray<ShownPlace> Members { get; init; } = [];
}

/// <summary>The row of a table that a rule used.</summary>
internal sealed record ShownRow(string Table, string Release, string Key, bool Extrapolated);

/// <summary>A fact that was required and not found.</summary>
internal sealed record ShownAbsence(string Sought, ShownPlace? Nearest, string? Failed);

/// <summary>A value; without any where it is withheld.</summary>
internal sealed record ShownField(string Name, ImmutableArray<string> Values, bool IsList, bool IsNumber, bool IsMasked);

/// <summary>A change of a page.</summary>
internal sealed record ShownEdit(Region Region, string Replacement);
