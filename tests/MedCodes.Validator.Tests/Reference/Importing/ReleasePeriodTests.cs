using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Tests.Reference.Importing;

public sealed class ReleasePeriodTests
{
    [Theory]
    [InlineData("medicare-ncci-2024q3-practitioner-ptp-edits-ccipra-v302r0-f1.zip", "2024Q3")]
    [InlineData("ccipra-v323r0-f1.TXT", "2026Q4")]
    [InlineData("medicare-ncci-2026-q4-practitioner-services-mue-table.zip", "2026Q4")]
    [InlineData("MCR_MUE_PractitionerServices_Eff_10-01-2026.csv", "2026Q4")]
    [InlineData("AOC_V2024Q3-MCR.txt", "2024Q3")]
    [InlineData("add-code-edits-medicare-effective-06032024.zip", "2024Q2")]
    [InlineData("Eff_13-01-2026.csv", null)]
    [InlineData("pairs.txt", null)]
    public void Names_tell_the_quarter(string name, string? release) => Assert.Equal(release, ReleasePeriod.In(name)?.Name);

    [Fact]
    public void A_quarter_has_its_first_and_last_day() =>
        Assert.Equal((new DateOnly(2024, 4, 1), new DateOnly(2024, 6, 30)), (ReleasePeriod.Quarter(2024, 2).From, ReleasePeriod.Quarter(2024, 2).Through));
}
