using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The outcome of a binding by what matched, what was demanded and what lifts the demand.</summary>
internal static class OutcomeTable
{
    public static (Outcome Outcome, string? Reason) Decide(Verdict matched, Verdict met, Verdict lifted)
    {
        if (met.IsTrue)
            return (Outcome.Pass, null);
        if (lifted.IsTrue)
            return (Outcome.Bypassed, null);
        return matched.IsTrue && met.IsFalse && lifted.IsFalse
            ? (Outcome.Fail, null)
            : (Outcome.NotEvaluated, matched.Reason ?? met.Reason ?? lifted.Reason);
    }
}
