using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Rules;

/// <summary>The library of rules in the repository.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<RuleSet> Loaded = new(() => RuleSet.Load(Repository.PathOf("rules")));

    public static RuleSet Set => Loaded.Value;
}
