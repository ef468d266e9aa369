using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Rules;

/// <summary>What a payer answers is as certain as the source that the rule rests on, and where that is uncertain the rule only warns.</summary>
public sealed class LikelihoodTests
{
    private const string Uncertain = "depends";

    [Fact]
    public void A_rule_whose_source_is_uncertain_is_no_error() => Assert.Empty(ShippedRules.Set.Rules
        .Where(rule => rule.Description is { Severity: Severity.Error, Consequence.Likelihood: Uncertain })
        .Select(rule => $"{rule.Id} {rule.Name}"));

    [Fact]
    public void Every_rule_about_claims_says_how_likely_its_answer_is() => Assert.Empty(ShippedRules.Set.Rules
        .Where(rule => rule.Description.Consequence is { Likelihood: not ("certain" or "usual" or Uncertain) })
        .Select(rule => $"{rule.Id} {rule.Name}"));
}
