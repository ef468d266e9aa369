namespace MedCodes.Validator.Tests.Reference.Hcpcs;

public sealed class HcpcsFormatTests
{
    private static readonly string Lines =
        Published.Hcpcs("A0001", '3', "20200101") + Published.Hcpcs("A0001", '4', "20200101") + Published.Hcpcs("A0002", '3', "20200101", "20231231")
        + Published.Hcpcs("12345", '3', "20200101") + Published.Hcpcs("X9", '7', "20200101");

    [Fact]
    public void Codes_and_modifiers_become_tables_and_codes_of_the_cpt_are_left_out()
    {
        using var data = new ImportedData();
        var result = data.Import(("HCPC2024_JUL_ANWEB.txt", Published.Bytes(Lines)));

        Assert.Empty(result.Refusals);
        Assert.Equal(["hcpcs 2024Q3 2", "modifiers 2024Q3 1"], result.Releases.Select(release => $"{release.Table} {release.Release} {release.Rows}"));
        Assert.False(data.Ask("hcpcs", "2024-08-01", ("code", "12345")).Found);
        Assert.True(data.Ask("modifiers", "2024-08-01", ("code", "X9")).Found);
    }

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2023-12-31", true)]
    [InlineData("2024-01-01", false)]
    public void A_code_is_valid_from_its_first_to_its_last_day(string on, bool valid)
    {
        using var data = new ImportedData();
        data.Import(("HCPC2024_JUL_ANWEB.txt", Published.Bytes(Lines)));

        Assert.Equal(valid, data.Ask("hcpcs", on, ("code", "A0002")).Found);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_says_what_the_text_says(bool numbers)
    {
        using var data = new ImportedData();
        string[][] rows =
        [
            ["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "ADD DT", "ACT EFF DT", "TERM DT"],
            ["A0001", "00100", "3", "invented", "20200101", "20200101", ""],
            ["A0001", "00200", "4", "invented", "20200101", "20200101", ""],
            ["A0002", "00100", "3", "invented", "20200101", "20200101", "20231231"],
            ["12345", "00100", "3", "invented", "20200101", "20200101", ""],
            ["X9", "00100", "7", "invented", "20200101", "20200101", ""],
        ];
        var result = data.Import(("HCPC2024_JUL_ANWEB.xlsx", Published.Sheet(rows, numbers)));

        Assert.Empty(result.Refusals);
        Assert.Equal(["hcpcs 2024Q3 2", "modifiers 2024Q3 1"], result.Releases.Select(release => $"{release.Table} {release.Release} {release.Rows}"));
        Assert.False(data.Ask("hcpcs", "2024-08-01", ("code", "12345")).Found);
        Assert.True(data.Ask("hcpcs", "2023-12-31", ("code", "A0002")).Found);
        Assert.False(data.Ask("hcpcs", "2024-01-01", ("code", "A0002")).Found);
    }

    [Fact]
    public void A_workbook_without_a_column_is_refused_and_the_column_named()
    {
        using var data = new ImportedData();
        string[][] rows = [["HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "ADD DT"], ["A0001", "00100", "3", "invented", "20200101"]];

        Assert.Contains("TERM DT", Assert.Single(data.Import(("HCPC2024_JUL_ANWEB.xlsx", Published.Sheet(rows))).Refusals));
    }
}
