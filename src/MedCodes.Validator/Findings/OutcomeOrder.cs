namespace MedCodes.Validator.Findings;

/// <summary>Which of several outcomes of a rule stands for all of them: fail before not evaluated before bypassed before pass.</summary>
internal static class OutcomeOrder
{
    /// <summary>The worst of some outcomes; not applicable where there is none.</summary>
    public static Outcome Worst(IEnumerable<Outcome> outcomes) => outcomes.DefaultIfEmpty(Outcome.NotApplicable).MinBy(Rank);

    /// <summary>The place of an outcome, the worst first.</summary>
    public static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Fail => 0,
        Outcome.NotEvaluated => 1,
        Outcome.Bypassed => 2,
        Outcome.Pass => 3,
        _ => 4,
    };
}
