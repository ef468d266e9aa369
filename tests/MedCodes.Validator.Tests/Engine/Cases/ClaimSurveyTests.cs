using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;

namespace MedCodes.Validator.Tests.Engine.Cases;

public sealed class ClaimSurveyTests
{
    private const int Parts = 5;

    [Theory]
    [InlineData(0)]
    [InlineData(32_766)]
    [InlineData(100_000)]
    public void Claims_are_each_in_one_part_however_far_back_they_stand(int before)
    {
        var builder = new ClaimBatchBuilder();
        builder.PassOver(before);
        for (var member = 0; member < 100; member++)
            builder.Add(Some.Claim(Some.Line()) with { MemberId = $"M{member}" });
        var survey = new ClaimSurvey();
        survey.Add(builder.Build());

        var parts = Enumerable.Range(before + 1, 100).Select(ordinal => survey.PartOf(ordinal, Parts)).Distinct().Order();

        Assert.Equal(Enumerable.Range(0, Parts).Cast<int?>(), parts);
    }

    [Fact]
    public void Claims_of_one_patient_are_in_one_part()
    {
        var builder = new ClaimBatchBuilder();
        for (var claim = 0; claim < 100; claim++)
            builder.Add(Some.Claim(Some.Line()));
        var survey = new ClaimSurvey();
        survey.Add(builder.Build());

        Assert.NotNull(Assert.Single(Enumerable.Range(1, 100).Select(ordinal => survey.PartOf(ordinal, Parts)).Distinct()));
    }

    [Fact]
    public void A_claim_that_is_not_there_is_in_no_part()
    {
        var builder = new ClaimBatchBuilder();
        builder.Add(Some.Claim(Some.Line()));
        var survey = new ClaimSurvey();
        survey.Add(builder.Build());

        Assert.Equal((null, null), (survey.PartOf(2, Parts), survey.PartOf(-1, Parts)));
    }

    [Fact]
    public void Thousands_of_files_with_a_claim_each_are_noted_in_little_room()
    {
        var builder = new ClaimBatchBuilder();
        builder.Add(Some.Claim(Some.Line()));
        var batch = builder.Build();
        new ClaimSurvey().Add(batch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var file = 0; file < 1_000; file++)
            new ClaimSurvey().Add(batch);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }
}
