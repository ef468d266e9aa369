using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Profiles;

/// <summary>What a payer or program applies: severities, rules switched off, parameters.</summary>
internal sealed record Profile
{
    public required string Name { get; init; }

    public bool IsDefault { get; init; }

    /// <summary>Whether it is for procedure pages and not for claims.</summary>
    public bool IsForPages { get; init; }

    /// <summary>The payers it is for, by id; empty for any.</summary>
    public ImmutableArray<string> Payers { get; init; } = [];

    /// <summary>The claim filing indicators it is for; empty for any.</summary>
    public ImmutableArray<string> FilingIndicators { get; init; } = [];

    /// <summary>Severities by rule id, rule name or category.</summary>
    public required FrozenDictionary<string, Severity> Severities { get; init; }

    /// <summary>Rule ids, names and categories that are off.</summary>
    public required FrozenSet<string> Off { get; init; }

    public required FrozenDictionary<string, ImmutableArray<ParameterValue>> Parameters { get; init; }

    /// <summary>Whether a rule is judged at all; what is said of its id or name counts before its category.</summary>
    public bool IsOff(RuleDescription rule) =>
        Off.Contains(rule.Id)
        || Off.Contains(rule.Name)
        || (Off.Contains(rule.Category) && !Severities.ContainsKey(rule.Id) && !Severities.ContainsKey(rule.Name));

    /// <summary>The severity of a rule; what is said of its id or name counts before its category.</summary>
    public Severity SeverityOf(RuleDescription rule) =>
        Severities.TryGetValue(rule.Id, out var byId) ? byId
        : Severities.TryGetValue(rule.Name, out var byName) ? byName
        // A category sets a ceiling: it cannot turn what is only worth knowing into an error.
        : Severities.TryGetValue(rule.Category, out var byCategory) && byCategory < rule.Severity ? byCategory
        : rule.Severity;

    /// <summary>The value of a parameter on a day; unknown where the profile gives none.</summary>
    public Value this[Parameter parameter, DateOnly? day] =>
        Parameters.TryGetValue(parameter.Name, out var values)
        && values.FirstOrDefault(value => value.Holds(day)) is { } found
            ? found.Value
            : new Value.Unknown($"the profile {Name} gives no {parameter.Name}");
}

/// <summary>A parameter's value over a period.</summary>
internal sealed record ParameterValue(Value Value, DateOnly? From, DateOnly? Through, string? Source)
{
    /// <summary>Whether it holds on a day; without a day only a value without a period does.</summary>
    public bool Holds(DateOnly? day) =>
        (From is null || day >= From) && (Through is null || day <= Through);
}
