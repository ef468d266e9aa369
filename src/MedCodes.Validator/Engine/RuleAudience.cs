using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine;

/// <summary>Which rules are for what they report on: by <c>applies-to</c>, and unless the claim's profile switches them off.</summary>
internal static class RuleAudience
{
    /// <summary>Whether a rule may be reported at a fact.</summary>
    public static bool Takes(RuleDescription rule, Fact at)
    {
        if (at.Within(ClaimKinds.Claim)?.Content is ClaimContent claim)
            return rule.AppliesTo.Contains(claim.View.Setting == ClaimSetting.Institutional ? "institutional" : "professional") && !claim.Profile.IsOff(rule);
        return (at.Root.Content as FileContent)?.Kind switch
        {
            FileContentKind.Claims => rule.AppliesTo.Contains("professional") || rule.AppliesTo.Contains("institutional"),
            FileContentKind.Page => rule.AppliesTo.Contains("document"),
            _ => true,
        };
    }
}
