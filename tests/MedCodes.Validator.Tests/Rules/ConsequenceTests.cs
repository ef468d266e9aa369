using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Rules;

/// <summary>What the shipped rules say of the work that follows a finding.</summary>
public sealed class ConsequenceTests
{
    private const string Uncertain = "depends";

    // Its definition lets a payer give it with this group alone, outside of workers' compensation.
    private const string ExactDuplicate = "18";
    private const string OtherAdjustments = "OA";

    [Fact]
    public void A_rule_whose_source_is_uncertain_is_no_error() => Assert.Empty(ShippedRules.Set.Rules
        .Where(rule => rule.Description is { Severity: Severity.Error, Consequence.Likelihood: Uncertain })
        .Select(rule => $"{rule.Id} {rule.Name}"));

    [Fact]
    public void Every_rule_about_claims_says_how_likely_its_answer_is() => Assert.Empty(ShippedRules.Set.Rules
        .Where(rule => rule.Description.Consequence is { Likelihood: not ("certain" or "usual" or Uncertain) })
        .Select(rule => $"{rule.Id} {rule.Name}"));

    [Fact]
    public void An_exact_duplicate_is_answered_as_another_adjustment() => Assert.Empty(ShippedRules.Set.Rules
        .Where(rule => rule.Description.Consequence is { Carc: [ExactDuplicate], Group: not OtherAdjustments })
        .Select(rule => $"{rule.Id} {rule.Name}"));
}
