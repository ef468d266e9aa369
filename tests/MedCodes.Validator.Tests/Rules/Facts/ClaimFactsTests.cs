using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Rules.Facts;

public sealed class ClaimFactsTests
{
    private static readonly FactKind[] KindsOfClaim = [.. Kinds.InOrder.Where(kind => kind.IsWithin(ClaimKinds.Claim))];

    [Fact]
    public void Each_fact_has_a_place_of_its_own_among_all_that_the_claim_declares()
    {
        var facts = Everything();

        Assert.Equal(Enumerable.Range(0, facts.All.Count()), facts.All.Select(fact => fact.Order.Sequence).Order());
    }

    [Fact]
    public void Facts_have_the_same_places_whichever_kind_is_asked_for_first()
    {
        var (forward, backward, together) = (Everything(), Everything(), Everything());
        var places = KindsOfClaim.ToDictionary(kind => kind, kind => Places(forward, kind));

        foreach (var kind in KindsOfClaim.Reverse())
            Assert.Equal(places[kind], Places(backward, kind));
        foreach (var kind in together.All.GroupBy(fact => fact.Kind))
            Assert.Equal(places[kind.Key], kind.Select(fact => fact.Order));
    }

    [Fact]
    public void A_fact_is_the_same_each_time_and_stands_in_that_of_its_whole()
    {
        var facts = Everything();
        foreach (var fact in facts.All)
        {
            Assert.Contains(facts.OfKind(fact.Kind), same => ReferenceEquals(same, fact));
            if (fact.Kind != ClaimKinds.Claim)
                Assert.Contains(facts.OfKind(fact.Whole!.Kind), same => ReferenceEquals(same, fact.Whole));
        }

        foreach (var kind in KindsOfClaim)
            Assert.Equal(facts.OfKind(kind), Enumerable.Range(0, facts.OfKind(kind).Length).Select(place => facts.AtRow(kind, place)));
    }

    [Fact]
    public void A_claim_has_no_facts_of_kinds_that_stand_in_none() =>
        Assert.All(new[] { ClaimKinds.Patient, FileKinds.File, FileKinds.Transaction, FileKinds.Fault }, kind => Assert.Empty(Everything().OfKind(kind)));

    [Fact]
    public void Lines_that_were_denied_are_so_when_the_facts_are_made_anew()
    {
        var (facts, anew) = (Everything(), Everything());
        Assert.Empty(facts.Denied);
        facts.AtRow(LineKinds.Line, 1).IsDenied = true;

        anew.Deny(facts.Denied);

        Assert.Equal([false, true, false], anew.OfKind(LineKinds.Line).Select(line => line.IsDenied));
        anew.Allow();
        Assert.Empty(anew.Denied);
    }

    private static IEnumerable<FactOrder> Places(ClaimFacts facts, FactKind kind) => [.. facts.OfKind(kind).Select(fact => fact.Order)];

    private static ClaimFacts Everything()
    {
        var answer = new AdjudicationInput
        {
            PayerId = "00002",
            Paid = 60m,
            Adjustments = [new AdjustmentInput("CO", "45", 20m), new AdjustmentInput("PR", "1", 20m)],
        };
        var claim = Some.Claim(
            Some.Line() with { Modifiers = ["25", "59"], Pointers = [1, 2], Through = Some.Day.AddDays(3), Adjudications = [answer, answer with { Adjustments = [] }] },
            Some.Line() with { Date = null, Providers = [Some.OtherRendering, Some.Rendering], Adjudications = [answer] },
            Some.Line() with { Date = Some.Day.AddDays(1), Modifiers = ["LT"] }) with
        {
            Diagnoses = [new DiagnosisInput("M5450", "ABK"), new DiagnosisInput("M542", "ABF")],
            OtherPayers = [new OtherPayerInput { PayerSequence = "S" }, new OtherPayerInput { PayerSequence = "T" }],
        };
        var builder = new ClaimBatchBuilder();
        builder.Add(claim);
        var file = new LoadedFile(SourceFile.FromBytes("made", ReadOnlyMemory<byte>.Empty), [builder.Build()], [], []);
        return Assert.Single(Assert.Single(RunFacts.Of([file], new ProfileChoice(ShippedRules.Set.Profiles)).PatientsOf(0, 1)).Claims);
    }
}
