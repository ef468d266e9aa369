namespace MedCodes.Validator.Tests.Reference.Lists;

public sealed class ModifierFormatTests
{
    [Theory]
    [InlineData("X1", "2024-06-30", false)]
    [InlineData("X1", "2024-07-01", true)]
    [InlineData("X1", "2024-08-31", true)]
    [InlineData("X1", "2024-09-01", false)]
    [InlineData("X2", "2001-01-01", true)]
    [InlineData("X3", "2024-08-01", false)]
    public void A_modifier_counts_on_its_days(string code, string on, bool found)
    {
        using var data = new ImportedData();
        var result = data.Import(("list-2024q3.csv", Published.Bytes("Modifier,Effective Date,Description,Termination Date\r\nX1,07/01/2024,REDACTED,2024-08-31\r\nX2,,REDACTED,\r\n")));

        Assert.Empty(result.Refusals);
        Assert.Equal(found, data.Ask("modifiers", on, ("code", code)).Found);
    }

    [Fact]
    public void Descriptions_are_never_stored()
    {
        using var data = new ImportedData();
        data.Import(("list-2024q3.csv", Published.Bytes("Modifier,Description\r\nX1,REDACTED\r\n")));

        Assert.True(data.Ask("modifiers", "2024-08-01", ("code", "X1")).Found);
        foreach (var file in Directory.EnumerateFiles(data.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("REDACTED", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("X,", "two digits and capital letters")]
    [InlineData("X1,soon", "a day such as")]
    public void Malformed_rows_refuse_a_short_list(string row, string expected)
    {
        using var data = new ImportedData();

        Assert.Contains(expected, Assert.Single(data.Import(("list-2024q3.csv", Published.Bytes("Modifier,Effective\r\n" + row + "\r\n"))).Refusals));
    }
}
