using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Findings that one piece of work mends.</summary>
internal sealed record WorkItem
{
    public required string Cause { get; init; }

    /// <summary>The rule whose finding is the cause; others may follow from it.</summary>
    public required RuleDescription Rule { get; init; }

    public required Severity Severity { get; init; }

    public required int Findings { get; init; }

    /// <summary>Which findings of the report the first ones are, counted from 0, as many as were asked for.</summary>
    public required ImmutableArray<int> Members { get; init; }

    public required int Claims { get; init; }

    /// <summary>The charge of all lines that it denies, each counted once; null where it denies none.</summary>
    public required decimal? ChargeAtRisk { get; init; }

    /// <summary>The last day on which the first of the claims can be filed; null where it is not known or not shown.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Where it is found first, one place a claim or finding on a page, as many as were asked for.</summary>
    public required ImmutableArray<WorkPlace> Places { get; init; }

    /// <summary>At how many other places it is found.</summary>
    public required int MorePlaces { get; init; }

    /// <summary>Who must act.</summary>
    public string Actor => Rule.Consequence?.Actor ?? "editor";

    /// <summary>What that needs.</summary>
    public string Needs => Rule.Consequence?.Needs ?? "none";
}

/// <summary>A place of work.</summary>
/// <param name="File">The file.</param>
/// <param name="Claim">The claim; null on a page.</param>
/// <param name="Line">The line of the page; 0 in claims.</param>
/// <param name="ClaimId">The claim's own id, where it is shown.</param>
internal readonly record struct WorkPlace(string File, int? Claim, int Line, string? ClaimId)
{
    public static WorkPlace Of(ShownPlace place) => new(place.File, place.Claim, place.Claim is null ? place.Region.Value.StartLine : 0, place.ClaimId);
}
