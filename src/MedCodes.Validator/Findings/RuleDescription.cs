using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>What a report may say of a rule: its head, without its logic.</summary>
public sealed record RuleDescription
{
    /// <summary>The permanent id, "MC" and four digits.</summary>
    public required string Id { get; init; }

    /// <summary>The defect that it finds, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the validator that first had it.</summary>
    public required string Since { get; init; }

    /// <summary>preview, stable or deprecated.</summary>
    public required string Status { get; init; }

    /// <summary>When it can say what it finds. Default: once the whole run was read.</summary>
    public FindingPhase Phase { get; init; }

    /// <summary>The severity before a payer profile changes it.</summary>
    public required Severity Severity { get; init; }

    /// <summary>A name of the closed list of categories, such as "national-edits".</summary>
    public required string Category { get; init; }

    /// <summary>The SNIP level, 1 to 7; null for documents.</summary>
    public int? Snip { get; init; }

    /// <summary>professional, institutional, document.</summary>
    public required ImmutableArray<string> AppliesTo { get; init; }

    /// <summary>One sentence: when it fires.</summary>
    public required string Summary { get; init; }

    /// <summary>What to do about a finding.</summary>
    public required string Fix { get; init; }

    /// <summary>Why it matters.</summary>
    public required string Why { get; init; }

    /// <summary>Where the rule comes from.</summary>
    public required ImmutableArray<RuleSource> Sources { get; init; }

    /// <summary>What follows a finding; null for documents.</summary>
    public Consequence? Consequence { get; init; }

    /// <summary>SHA-256 over the rule's file and all that it reads, in hex: which text of the rule was in force.</summary>
    public required string Hash { get; init; }
}

/// <summary>A published source of a rule.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Section">Where in it; may be null.</param>
/// <param name="Url">Its address; may be null.</param>
/// <param name="Dates">The date or period that it speaks of; may be null.</param>
public sealed record RuleSource(string Title, string? Section, string? Url, string? Dates);
