using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>One thing that a rule has to say about one place, with the facts that prove it.</summary>
public sealed record Finding
{
    /// <summary>The rule that speaks.</summary>
    public required RuleDescription Rule { get; init; }

    /// <summary>The severity under the payer profile of the claim.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, with typed holes.</summary>
    public required Message Message { get; init; }

    /// <summary>Where it is reported.</summary>
    public required Place Place { get; init; }

    /// <summary>The facts that it rests on, in the rule's order.</summary>
    public required ImmutableArray<Witness> Witnesses { get; init; }

    /// <summary>The charge of the service lines that it denies; null where it denies none.</summary>
    public decimal? ChargeAtRisk { get; init; }

    /// <summary>The last day on which the payer takes the claim, as far as its profile tells; null for pages and where it does not. Privacy class account.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>32 hex digits that stay the same when text moves and never derive from a claim's values.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Changes of the page that mend it and can be made without asking; empty where there are none, and always on claims.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];
}
