using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.RuleTests;

/// <summary>A test inside a rule, read.</summary>
internal sealed record RuleTest
{
    /// <summary>What it is about.</summary>
    public required string Name { get; init; }

    /// <summary>Its line in the rule's file.</summary>
    public required int Line { get; init; }

    /// <summary>Whether it expects findings.</summary>
    public required bool IsInvalid { get; init; }

    /// <summary>How the rule ends on it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Where its findings are, exactly; empty where it expects none.</summary>
    public required ImmutableArray<ExpectedPlace> Findings { get; init; }

    /// <summary>Its claims, in files.</summary>
    public required ImmutableArray<LoadedFile> Claims { get; init; }

    /// <summary>Earlier claims; null without.</summary>
    public LoadedHistory? History { get; init; }

    /// <summary>Its pages.</summary>
    public required ImmutableArray<SourceFile> Pages { get; init; }

    /// <summary>Parameters in place of the profile's; empty for one that has no value.</summary>
    public required FrozenDictionary<string, ImmutableArray<ParameterValue>> Policy { get; init; }

    /// <summary>Tables that it changes, by name.</summary>
    public required FrozenDictionary<string, Table> Tables { get; init; }
}

/// <summary>Where a test expects a finding.</summary>
/// <param name="Claim">The place of the claim among those of the test, from 1.</param>
/// <param name="Line">The number of the line; null for a finding of the claim itself.</param>
/// <param name="Section">The section of a page.</param>
/// <param name="Fault">The place among the faults of the test, from 1.</param>
internal sealed record ExpectedPlace(int? Claim, int? Line, string? Section, int? Fault)
{
    /// <inheritdoc />
    public override string ToString() => this switch
    {
        { Fault: { } fault } => $"fault {fault}",
        { Section: { } section } => $"section {section}",
        { Claim: { } claim, Line: { } line } => $"claim {claim}, line {line}",
        { Claim: { } claim } => $"claim {claim}",
        _ => "the page itself",
    };
}
