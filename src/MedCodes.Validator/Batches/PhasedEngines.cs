using MedCodes.Validator.Engine;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Batches;

/// <summary>The rules of a validator by when they are judged, each part with an engine of its own.</summary>
/// <param name="OfClaims">Those that are judged claim by claim while files are read; null where no claim is judged before all were read.</param>
/// <param name="OfFiles">Those that are judged when a file was read to its end; null where no file is.</param>
/// <param name="OfRun">All others.</param>
internal sealed record PhasedEngines(EngineOfRules? OfClaims, EngineOfRules? OfFiles, EngineOfRules OfRun)
{
    /// <summary>Parts rules by phase.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="handsOn">Whether somebody takes what is found in claims while files are read; else a claim is judged once, by all rules together.</param>
    /// <param name="makeEngine">Makes an engine.</param>
    public static PhasedEngines Of(RuleSet rules, bool handsOn, Func<RuleSet, IRuleEngine> makeEngine)
    {
        // Rules that rest on what others found need all of it.
        if (rules.Rules.Any(rule => rule.Logic.ReadsFindings))
            return new PhasedEngines(null, null, With(rules));
        var ofFiles = With(rules.Of(FindingPhase.File));
        return handsOn
            ? new PhasedEngines(With(rules.Of(FindingPhase.Claim)), ofFiles, With(rules.Of(FindingPhase.Run)))
            : new PhasedEngines(null, ofFiles, With(rules.Of(FindingPhase.Claim, FindingPhase.Run)));

        EngineOfRules With(RuleSet some) => new(some, makeEngine(some));
    }
}

/// <summary>Rules with the engine that was made of them.</summary>
internal sealed record EngineOfRules(RuleSet Rules, IRuleEngine Engine);
