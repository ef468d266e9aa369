namespace MedCodes.Validator.Tests.Reference.Ncci;

public sealed class UnitLimitFormatTests
{
    private static readonly (string, string)[] Key = [("program", "medicare"), ("setting", "practitioner"), ("code", "11111")];

    [Theory]
    [InlineData("2024-06-30", false)]
    [InlineData("2024-07-01", true)]
    [InlineData("2024-09-30", true)]
    [InlineData("2024-10-01", false)]
    public void Limits_hold_for_the_quarter_of_their_release(string on, bool found)
    {
        using var data = new ImportedData();
        var result = data.Import(File("Practitioner", "07-01-2024", "11111,3,2 Date of Service Edit: Policy,Invented\r\n"));

        Assert.Empty(result.Refusals);
        var answer = data.Ask("ncci-mue", on, Key);
        Assert.Equal(found, answer.Found);
        if (!found)
            Assert.NotNull(answer.Reason);
    }

    [Fact]
    public void The_release_whose_quarter_holds_the_date_answers()
    {
        using var data = new ImportedData();
        data.Import(File("Practitioner", "07-01-2024", "11111,3,2 Date of Service Edit: Policy,Invented\r\n"), File("Practitioner", "10-01-2024", "11111,4,3 Date of Service Edit: Clinical,Invented\r\n"));

        Assert.Contains(data.Ask("ncci-mue", "2024-09-30", Key).Rows[0].Cells, cell => cell is { Key: "limit", Value: "3" });
        Assert.Contains(data.Ask("ncci-mue", "2024-10-01", Key).Rows[0].Cells, cell => cell is { Key: "limit", Value: "4" });
    }

    [Theory]
    [InlineData("Practitioner", "practitioner")]
    [InlineData("Outpatient Hospital", "hospital")]
    [InlineData("DME Supplier", "dme")]
    public void The_heading_tells_the_setting(string heading, string setting)
    {
        using var data = new ImportedData();

        Assert.Equal($"medicare {setting}", string.Join(' ', data.Import(File(heading, "07-01-2024", "11111,3,2 x,y\r\n")).Releases[0].Part));
    }

    [Theory]
    [InlineData("1111,3,2 x,y", "five digits")]
    [InlineData("11111,x,2 x,y", "whole number")]
    [InlineData("11111,-1,2 x,y", "whole number")]
    [InlineData("11111,3,4 x,y", "adjudication")]
    [InlineData("11111,3", "adjudication")]
    public void A_table_of_bad_rows_is_refused_with_what_was_expected(string row, string said)
    {
        using var data = new ImportedData();

        Assert.Contains(said, Assert.Single(data.Import(File("Practitioner", "07-01-2024", row + "\r\n")).Refusals));
    }

    [Fact]
    public void A_table_without_adjudication_indicators_is_refused()
    {
        using var data = new ImportedData();
        var result = data.Import(("Eff_07-01-2024.csv", Published.Bytes("HCPCS/CPT Code,Practitioner Services MUE Values\r\n11111,1\r\n")));

        Assert.Contains("Medicaid", Assert.Single(result.Refusals));
    }

    private static (string, byte[]) File(string heading, string effective, string rows) =>
        ($"MCR_MUE_{heading.Replace(" ", "", StringComparison.Ordinal)}Services_Eff_{effective}.csv", Published.Bytes(Published.LimitHeading.Replace("Practitioner", heading, StringComparison.Ordinal) + rows));
}
