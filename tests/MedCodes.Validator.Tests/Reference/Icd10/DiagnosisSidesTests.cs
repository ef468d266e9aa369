namespace MedCodes.Validator.Tests.Reference.Icd10;

public sealed class DiagnosisSidesTests
{
    [Theory]
    [InlineData("X101", "right")]
    [InlineData("X102", "left")]
    [InlineData("X109", "none")] // no other title is the same but for the side
    [InlineData("X10", "none")]
    public void A_side_is_one_that_another_title_has_the_other_of(string code, string side)
    {
        using var data = new ImportedData();
        data.Import(("icd10cm_order_2025.txt", Published.Bytes(
            Published.Order(1, "X10", false, "Invented pain") + Published.Order(2, "X101", true, "Invented pain of right ear")
            + Published.Order(3, "X102", true, "Invented pain of Left ear") + Published.Order(4, "X109", true, "Invented left ventricle"))));

        Assert.Equal(side, data.Ask("diagnosis-sides", "2025-01-01", "2025-01-02", ("code", code)).Rows.Single().Cells.ToDictionary()["side"]);
    }
}
