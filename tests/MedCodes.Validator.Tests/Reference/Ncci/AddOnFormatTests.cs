namespace MedCodes.Validator.Tests.Reference.Ncci;

public sealed class AddOnFormatTests
{
    private static readonly (string, string)[] Key = [("program", "medicare"), ("add-on", "1111T")];

    [Fact]
    public void The_text_is_read_by_its_places()
    {
        using var data = new ImportedData();
        var result = data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(
            Published.AddOn("1", "1111T", "22222") + Published.AddOn("1", "1111T", "33333", deleted: "2024214") + Published.AddOn("2", "44444", "CCCCC"))));

        Assert.Empty(result.Refusals);
        Assert.Equal((3, "2024Q3"), (result.Releases[0].Rows, result.Releases[0].Release));
        Assert.Equal(2, data.Ask("ncci-add-on", "2024-08-01", Key).Rows.Count(row => row.IsInForce));
        Assert.Equal(1, data.Ask("ncci-add-on", "2024-08-02", Key).Rows.Count(row => row.IsInForce));
    }

    [Fact]
    public void A_row_ends_with_the_first_of_its_deletions()
    {
        using var data = new ImportedData();
        var line = $"11111T{"2024366"}22222{"2024214"}2020001{"2024300"}\r\n";
        data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(line)));

        Assert.True(data.Ask("ncci-add-on", "2024-08-01", Key).Found);
        Assert.False(data.Ask("ncci-add-on", "2024-08-02", Key).Found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_says_what_the_text_says(bool numbers)
    {
        using var data = new ImportedData();
        string[][] rows =
        [
            ["Notice"],
            ["AOC_Edit_Type", "Add-On_Code", "AOC_DelDT", "Primary_Code", "Primary_Code_DelDT", "AOC_Edit_EffDT", "AOC_Edit_DelDT", "Special_Instruction_Notes"],
            ["1", "1111T", "", "22222", "", "2020001", "2024214", ""],
        ];
        Assert.Empty(data.Import(("AOC_V2024Q3-MCR.xlsx", Published.Sheet(rows, numbers))).Refusals);

        Assert.True(data.Ask("ncci-add-on", "2024-08-01", Key).Found);
        Assert.False(data.Ask("ncci-add-on", "2024-08-02", Key).Found);
    }

    [Fact]
    public void A_day_that_is_none_is_a_bad_row()
    {
        using var data = new ImportedData();
        var result = data.Import(("AOC_V2024Q3-MCR.txt", Published.Bytes(Published.AddOn("1", "1111T", "22222", "2023366"))));

        Assert.Contains("2013091", Assert.Single(result.Refusals));
    }
}
