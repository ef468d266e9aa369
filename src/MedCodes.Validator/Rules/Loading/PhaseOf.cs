using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Tells when a rule can say what it finds.</summary>
internal static class PhaseOf
{
    /// <summary>The phase of a rule: what is denied or was found by others in a claim is known only when all that is wider is judged.</summary>
    public static FindingPhase Rule(RuleLogic logic, Scope scope) =>
        scope == Scope.Claim && logic.Denies is null && !logic.ReadsDenied && !logic.ReadsFindings ? FindingPhase.Claim : FindingPhase.Run;
}
