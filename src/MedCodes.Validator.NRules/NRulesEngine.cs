using MedCodes.Validator.Batches;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.NRules;

/// <summary>
/// The engine whose bindings NRules finds. What they come to is decided by the code that decides for the definition, so it gives the same
/// report.
/// </summary>
public static class NRulesEngine
{
    /// <summary>The name that reports give.</summary>
    public const string Name = "nrules";

    /// <summary>The same options, with NRules as the engine.</summary>
    /// <exception cref="ArgumentNullException">The argument is null.</exception>
    public static ValidatorOptions With(ValidatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { MakeEngine = Make };
    }

    /// <summary>An engine for a library of rules.</summary>
    internal static IRuleEngine Make(RuleSet rules) => new NaiveEngine(rules, Name, new NetworkSearches(rules));
}
