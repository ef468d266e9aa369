using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>The work that follows a finding on a claim.</summary>
public sealed record Consequence
{
    /// <summary>front-end-reject, unprocessable, denial, reduction or audit-risk.</summary>
    public required string Stage { get; init; }

    /// <summary>The claim adjustment reason codes that the payer is likely to answer with; numbers only.</summary>
    public ImmutableArray<string> Carc { get; init; } = [];

    /// <summary>The remittance advice remark codes, likewise.</summary>
    public ImmutableArray<string> Rarc { get; init; } = [];

    /// <summary>The adjustment group code, such as CO; may be null.</summary>
    public string? Group { get; init; }

    /// <summary>certain, usual or depends.</summary>
    public string? Likelihood { get; init; }

    /// <summary>Who must act.</summary>
    public required string Actor { get; init; }

    /// <summary>What that needs: none, chart, addendum or payer-call.</summary>
    public required string Needs { get; init; }

    /// <summary>Whether the fix would raise payment, so that it needs a second look.</summary>
    public bool Compliance { get; init; }
}
