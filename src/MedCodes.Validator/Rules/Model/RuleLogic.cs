using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Rules.Model;

/// <summary>What a rule matches, what it demands, and how it speaks of a failure.</summary>
internal sealed record RuleLogic
{
    /// <summary>What the rule is about, each entry behind those that it refers to.</summary>
    public required ImmutableArray<Entry> Match { get; init; }

    /// <summary>The name of the first entry of <c>match</c>, as it is written, that is a fact of the input.</summary>
    public required string Subject { get; init; }

    public required Demand Demand { get; init; }

    public Condition? Unless { get; init; }

    /// <summary>Facts that messages may name; they never decide.</summary>
    public ImmutableArray<Entry> Optional { get; init; } = [];

    /// <summary>Fields of the subject; one finding per key.</summary>
    public ImmutableArray<Field> OncePer { get; init; } = [];

    /// <summary>The names that may be reported; the first bound one wins.</summary>
    public required ImmutableArray<string> Report { get; init; }

    /// <summary>The name whose lines are denied; null for none.</summary>
    public string? Denies { get; init; }

    public required MessageTemplate Message { get; init; }

    public required ImmutableArray<SuggestedEdit> Suggest { get; init; }

    public IEnumerable<Entry> AllEntries => Match.Concat(Demand.AllGroups.SelectMany(group => group)).Concat(Optional);

    /// <summary>Every test of the logic.</summary>
    public IEnumerable<Condition.Is> Tests => AllEntries.SelectMany(entry => entry.Where?.Tests ?? [])
        .Concat(Demand is Demand.Check check ? check.Condition.Tests : [])
        .Concat(Unless?.Tests ?? []);

    /// <summary>Whether what rules deny decides how this one ends.</summary>
    public bool ReadsDenied => Tests.Any(test => test.Field == LineKinds.Denied);

    /// <summary>Whether it rests on what other rules found.</summary>
    public bool ReadsFindings => AllEntries.Any(entry => FindingKinds.IsFinding(entry.Total?.Of ?? entry.Kind));

    /// <summary>Whether a parameter of the payer profile can decide how it ends; bounds on a date without a provider ask whether others bill.</summary>
    public bool ReadsPolicy => Expressions.Any(expression => expression.Parameters.Any())
        || AllEntries.Any(entry => !DateBound.Of(entry).IsEmpty && !entry.SameAs.Any(same => LineKinds.TellsProvider(same.Own)));

    private IEnumerable<Expression> Expressions =>
        Tests.SelectMany(test => test.Matcher.Arguments).Concat(AllEntries.SelectMany(entry => entry.Access?.Expressions ?? []));

    /// <summary>Every bound name with a field that the rule reads.</summary>
    public IEnumerable<FieldReference> Reads => AllEntries.SelectMany(entry => entry.Reads)
        .Concat(Tests.SelectMany(test => test.Reads))
        .Concat(Message.Reads)
        .Distinct();
}

/// <summary>An edit that would clear a finding, as the rule states it.</summary>
/// <param name="Kind">remove-line, add-line, set, replace-modifier, add-modifier or split-line.</param>
/// <param name="Name">The bound name that it changes.</param>
/// <param name="NeedsDocumentation">Whether the chart must support it first.</param>
internal sealed record SuggestedEdit(string Kind, string Name, bool NeedsDocumentation);
