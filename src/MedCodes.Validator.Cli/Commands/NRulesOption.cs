using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The engine that the command holds only where it was built with its package.</summary>
internal static class NRulesOption
{
    public const string Name = "nrules";

#if NRULES
    public static bool Guarded(bool isAsked) => isAsked;

    public static ValidatorOptions With(ValidatorOptions options) => NRules.NRulesEngine.With(options);
#else
    /// <exception cref="FailureException">It is asked for.</exception>
    public static bool Guarded(bool isAsked) => isAsked
        ? throw new FailureException("this medcodes was built without NRules; build it with 'dotnet build -p:NRules=true' where NRules.Runtime 1.0 or later can be restored")
        : isAsked;

    public static ValidatorOptions With(ValidatorOptions options) => options;
#endif
}
