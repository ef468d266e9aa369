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

    /// <summary>Which findings of the report they are, counted from 0.</summary>
    public required ImmutableArray<int> Members { get; init; }

    public required int Claims { get; init; }

    /// <summary>The charge of all lines that it denies, each counted once; null where it denies none.</summary>
    public required decimal? ChargeAtRisk { get; init; }

    /// <summary>The last day on which the first of the claims can be filed; null where it is not known or not shown.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Where it is found, one place a claim or finding on a page.</summary>
    public required ImmutableArray<ShownPlace> Places { get; init; }

    /// <summary>Who must act.</summary>
    public string Actor => Rule.Consequence?.Actor ?? "editor";

    /// <summary>What that needs.</summary>
    public string Needs => Rule.Consequence?.Needs ?? "none";
}
