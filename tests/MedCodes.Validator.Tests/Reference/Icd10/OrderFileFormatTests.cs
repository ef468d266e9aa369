using MedCodes.Validator.Reference;

namespace MedCodes.Validator.Tests.Reference.Icd10;

public sealed class OrderFileFormatTests
{
    private static readonly string Lines =
        Published.Order(1, "X10", false, "Invented family") + Published.Order(2, "X100", false, "Invented group") + Published.Order(3, "X1001", true, "Invented one")
        + Published.Order(4, "X1009", true, "Invented other") + Published.Order(5, "X11", true, "Invented single");

    [Theory]
    [InlineData("icd10cm_order_2025.txt", "2025", "2024-10-01", "2025-09-30")]
    [InlineData("icd10cm-order-Jan-2021.txt", "2021-01", "2021-01-01", "2021-09-30")]
    [InlineData("icd10cm-order-April-2025.txt", "2025-04", "2025-04-01", "2025-09-30")]
    public void The_name_tells_the_period(string name, string release, string from, string through)
    {
        using var data = new ImportedData();
        var codes = data.Import((name, Published.Bytes(Lines))).Releases[0];

        Assert.Equal((release, from, through), (codes.Release, codes.From.ToString("yyyy-MM-dd"), codes.Through.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void Codes_and_the_billable_codes_below_headers_become_tables()
    {
        using var data = new ImportedData();
        var result = data.Import(("icd10cm_order_2025.txt", Published.Bytes(Lines)));

        Assert.Empty(result.Refusals);
        Assert.Equal(["icd-10-cm 5", "icd-10-cm-children 4", "diagnosis-sides 5"], result.Releases.Select(release => $"{release.Table} {release.Rows}"));
        Assert.Equal(3, ReferenceData.Open(data.Folder).Releases.Length);
        Assert.Contains(data.Ask("icd-10-cm", "2024-10-01", ("code", "X100")).Rows.Single().Cells, cell => cell is { Key: "billable", Value: "no" });
        Assert.Equal(
            ["X1001", "X1009"],
            data.Ask("icd-10-cm-children", "2025-09-30", ("parent", "X10")).Rows.Select(row => row.Cells.Single().Value));
    }

    [Fact]
    public void A_code_is_valid_in_the_period_of_the_file_alone()
    {
        using var data = new ImportedData();
        data.Import(("icd10cm_order_2025.txt", Published.Bytes(Lines)));

        Assert.True(data.Ask("icd-10-cm", "2025-09-30", ("code", "X11")).Found);
        Assert.False(data.Ask("icd-10-cm", "2025-09-30", ("code", "X12")).Found);
        Assert.Equal("icd-10-cm does not cover the code", data.Ask("icd-10-cm", "2024-09-30", ("code", "X11")).Reason);
        Assert.Equal("no release of icd-10-cm covers the date", data.Ask("icd-10-cm", "2025-10-01", ("code", "X11")).Reason);
    }

    [Fact]
    public void A_code_that_is_none_is_a_bad_row()
    {
        using var data = new ImportedData();

        Assert.Contains("three to seven", Assert.Single(data.Import(("icd10cm_order_2025.txt", Published.Bytes(Lines + "00006 X1-1    1 Invented\r\n"))).Refusals));
    }
}
