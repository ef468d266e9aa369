using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Takes the outcomes of a unit.</summary>
internal interface IOutcomes
{
    /// <summary>Takes how a rule ended on a claim.</summary>
    void Add(RulePlan plan, ClaimFacts claim, Outcome outcome, string? reason);

    /// <summary>Takes how a rule ended.</summary>
    void Add(RulePlan plan, RuleOutcome outcome);
}

/// <summary>Lists outcomes.</summary>
internal sealed class ListedOutcomes : IOutcomes
{
    private readonly List<RuleOutcome> _all = [];

    public IReadOnlyList<RuleOutcome> All => _all;

    public void Add(RulePlan plan, ClaimFacts claim, Outcome outcome, string? reason) =>
        _all.Add(new RuleOutcome(plan.Rule, claim.Claim, outcome, reason));

    public void Add(RulePlan plan, RuleOutcome outcome) => _all.Add(outcome);
}

/// <summary>Counts outcomes.</summary>
internal sealed class CountedOutcomes(OutcomeTally tally) : IOutcomes
{
    public OutcomeTally Tally => tally;

    public void Add(RulePlan plan, ClaimFacts claim, Outcome outcome, string? reason) => tally.Add(plan.Place, outcome, reason);

    public void Add(RulePlan plan, RuleOutcome outcome) => tally.Add(plan.Place, outcome.Outcome, outcome.Reason);
}
