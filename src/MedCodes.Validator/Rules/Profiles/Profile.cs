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

    /// <summary>Whether it is that of every claim, because somebody says so for the run.</summary>
    public bool IsForAll { get; init; }

    /// <summary>The profile that it extends; null for none.</summary>
    public string? Extends { get; init; }

    /// <summary>What the project says of its parameters, as in "timely-filing-notice = 45".</summary>
    public ImmutableArray<string> Settings { get; init; } = [];

    /// <summary>Whether it is for procedure pages and not for claims.</summary>
    public bool IsForPages { get; init; }

    /// <summary>The payers it is for, by id; empty for any.</summary>
    public ImmutableArray<string> Payers { get; init; } = [];

    /// <summary>The claim filing indicators it is for; empty for any.</summary>
    public ImmutableArray<string> FilingIndicators { get; init; } = [];

    /// <summary>What it says of rules by id and of categories by name: a severity, or null where they are off.</summary>
    public required FrozenDictionary<string, Severity?> Severities { get; init; }

    public required FrozenDictionary<string, ImmutableArray<ParameterValue>> Parameters { get; init; }

    /// <summary>Whether a rule is off; what is said of its id counts before its category.</summary>
    public bool IsOff(RuleDescription rule) => SaidOf(rule, out var severity) && severity is null;

    /// <summary>The severity of a rule; what is said of its id counts before its category.</summary>
    public Severity SeverityOf(RuleDescription rule) => SaidOf(rule, out var severity) && severity is { } said ? said : rule.Severity;

    private bool SaidOf(RuleDescription rule, out Severity? severity) =>
        Severities.TryGetValue(rule.Id, out severity) || Severities.TryGetValue(rule.Category, out severity);

    /// <summary>The value of a parameter on a day; unknown where the profile gives none.</summary>
    public Value this[Parameter parameter, DateOnly? day] =>
        Parameters.TryGetValue(parameter.Name, out var values) && First(values, day) is { } found
            ? found.Value
            : new Value.Unknown($"the profile {Name} gives no {parameter.Name}");

    private static ParameterValue? First(ImmutableArray<ParameterValue> values, DateOnly? day)
    {
        foreach (var value in values)
        {
            if (value.Holds(day))
                return value;
        }

        return null;
    }
}

/// <summary>A parameter's value over a period.</summary>
internal sealed record ParameterValue(Value Value, DateOnly? From, DateOnly? Through, string? Source)
{
    /// <summary>Whether it holds on a day; without a day only a value without a period does.</summary>
    public bool Holds(DateOnly? day) =>
        (From is null || day >= From) && (Through is null || day <= Through);
}
