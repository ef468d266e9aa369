namespace MedCodes.Validator.Findings;

/// <summary>What a rule concluded about a claim or a document. The zero value is deliberately not a pass.</summary>
public enum Outcome
{
    /// <summary>Something that the rule needs was missing or unknown. Never a pass.</summary>
    NotEvaluated,

    /// <summary>The rule speaks of nothing that is there.</summary>
    NotApplicable,

    /// <summary>The demand holds.</summary>
    Pass,

    /// <summary>The demand does not hold, and a stated exception lifts it.</summary>
    Bypassed,

    /// <summary>The demand does not hold.</summary>
    Fail,
}
