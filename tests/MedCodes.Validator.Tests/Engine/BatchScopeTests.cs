using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Rules that compare claims of different patients: an equality on a key joins them.</summary>
public sealed class BatchScopeTests
{
    private const string SameReference = """
        match: { claim: { is: claim } }
        forbid: { other: { is: claim, after: claim, same-as: { claim: [original-reference] }, where: { frequency: 1 } } }
        report: [other]
        """;

    private static ClaimInput One => Some.Claim(Some.Line()) with { Frequency = "1", OriginalReference = "TESTREFERENCE", MemberId = "TESTONE" };

    [Fact]
    public void Claims_of_two_patients_meet_in_a_rule_about_the_batch() =>
        Assert.Equal(["MC2001 2"], Of(One, One with { MemberId = "TESTTWO" }).Found());

    [Fact]
    public void Another_key_keeps_them_apart()
    {
        var trial = Of(One, One with { MemberId = "TESTTWO", OriginalReference = "TESTOTHER" });

        Assert.Empty(trial.Found());
        Assert.Equal(Outcome.Pass, trial.Outcome(claim: 1));
    }

    [Fact]
    public void A_missing_key_is_unknown_and_not_another_one()
    {
        var trial = Of(One, One with { MemberId = "TESTTWO", OriginalReference = null });

        Assert.Empty(trial.Found());
        Assert.Equal(Outcome.NotEvaluated, trial.Outcome(claim: 2));
    }

    [Fact]
    public void A_claim_that_was_voided_is_not_seen() => Assert.Empty(
        Of(One with { Id = "FIRST" }, One with { Id = "SECOND", MemberId = "TESTTWO", Frequency = "8" }).Found());

    private static Trial Of(params ImmutableArray<ClaimInput> claims) => new() { Rules = [SameReference], Claims = claims };
}
