namespace MedCodes.Validator.Tests.Reference.Lists;

public sealed class PlaceFormatTests
{
    private const string List =
        "Place of Service Code(s),Place of Service Name,Place of Service Description\r\n"
        + "02,Invented,\"A place, described. (Effective January 1, 2017)\"\r\n3,\"Invented (effective May 10, 2020)\",\r\n28-30,Unassigned,N/A\r\n,,\r\n";

    [Theory]
    [InlineData("02", "2016-12-31", false)]
    [InlineData("02", "2017-01-01", true)]
    [InlineData("03", "2020-05-10", true)] // a spreadsheet drops the zero in front
    [InlineData("03", "2020-05-09", false)]
    [InlineData("28", "2024-08-01", false)]
    [InlineData("11", "2024-08-01", false)]
    public void A_place_is_one_from_the_day_of_its_remark(string code, string on, bool found)
    {
        using var data = new ImportedData();
        var result = data.Import(("places-2024q3.csv", Published.Bytes(List)));

        Assert.Empty(result.Refusals);
        Assert.Equal("place-of-service 2", $"{result.Releases[0].Table} {result.Releases[0].Rows}");
        Assert.Equal(found, data.Ask("place-of-service", on, ("code", code)).Found);
    }

    [Fact]
    public void A_workbook_says_what_the_text_says()
    {
        using var data = new ImportedData();
        var sheet = Published.Sheet(["Place of Service Code(s)", "Place of Service Name", "Place of Service Description"], ["2", "Invented", "Described. (Effective January 1, 2017)"]);

        Assert.Empty(data.Import(("places-2024q3.xlsx", sheet)).Refusals);
        Assert.Equal("2017-01-01", data.Ask("place-of-service", "2024-08-01", ("code", "02")).Rows.Single().Cells.ToDictionary()["effective"]);
    }

    [Fact]
    public void A_code_that_is_none_refuses_the_list()
    {
        using var data = new ImportedData();
        var refusal = Assert.Single(data.Import(("places-2024q3.csv", Published.Bytes(List + "1A,Invented,\r\n"))).Refusals);

        Assert.Contains("line 6: the code is a number from 01 to 99", refusal);
    }
}
