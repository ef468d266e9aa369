namespace MedCodes.Validator.Tests.Reference.FeeSchedule;

public sealed class FeeScheduleFormatTests
{
    [Fact]
    public void Columns_are_found_by_their_headings_and_the_title_tells_the_release()
    {
        using var data = new ImportedData();
        var result = data.Import(("PPRRVU.csv", Published.Bytes(
            Published.FeeHeading + Published.Fee("11111", "", "A", "090", "1") + Published.Fee("11111", "26", "A", "XXX", "0") + Published.Fee("22222", "", "B", "ZZZ", "9"))));

        Assert.Empty(result.Refusals);
        Assert.Equal(("2025Q4", 2), (result.Releases[0].Release, result.Releases[0].Rows));
        var cells = data.Ask("fee-schedule", "2025-11-01", ("code", "11111")).Rows.Single().Cells.ToDictionary();
        Assert.Equal(("A", "090", "1", "90", "1"), (cells["status"], cells["global-days"], cells["days-before"], cells["days-after"], cells["bilateral"]));
    }

    [Fact]
    public void Every_code_of_the_file_is_in_force_in_its_quarter()
    {
        using var data = new ImportedData();
        data.Import(("PPRRVU.csv", Published.Bytes(Published.FeeHeading + Published.Fee("11111", "", "A", "090", "1") + Published.Fee("22222", "", "I", "XXX", "9"))));

        Assert.True(data.Ask("procedure-codes", "2025-10-01", ("code", "22222")).Found);
        Assert.Equal("there is no such row, and the table would have it", data.Ask("procedure-codes", "2025-12-31", ("code", "33333")).Reason);
        Assert.Equal("no release of procedure-codes covers the date", data.Ask("procedure-codes", "2026-01-01", ("code", "22222")).Reason);
    }

    [Fact]
    public void What_the_file_lacks_is_not_known_of_another_quarter()
    {
        using var data = new ImportedData();
        data.Import(("PPRRVU.csv", Published.Bytes(Published.FeeHeading + Published.Fee("11111", "", "A", "090", "1"))));

        var (rules, day) = (data.Rules(extrapolate: true), new DateOnly(2026, 1, 1));
        var answer = rules.LookUp("procedure-codes", new Dictionary<string, string> { ["code"] = "11111" }, day, day);
        Assert.Equal((true, true), (answer.Found, answer.Extrapolated));
        Assert.Equal("procedure-codes has no row for the code", rules.LookUp("procedure-codes", new Dictionary<string, string> { ["code"] = "33333" }, day, day).Reason);
    }

    [Fact]
    public void Columns_may_move()
    {
        using var data = new ImportedData();
        var moved = string.Concat((Published.FeeHeading + Published.Fee("11111", "", "A", "010", "3")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var cells = line.Split(',');
            return string.Join(',', (string[])[cells[0], cells[1], cells[8], cells[10], .. cells[2..8], cells[9], .. cells[11..]]) + "\r\n";
        }));

        Assert.Empty(data.Import(("PPRRVU.csv", Published.Bytes(moved))).Refusals);
        var row = data.Ask("fee-schedule", "2025-11-01", ("code", "11111")).Rows.Single().Cells.ToDictionary();
        Assert.Equal(("010", "3", "2"), (row["global-days"], row["bilateral"], row["multiple"]));
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        using var data = new ImportedData();
        var text = Published.FeeHeading.Replace("BILAT", "OTHER", StringComparison.Ordinal) + Published.Fee("11111", "", "A", "010", "3");

        Assert.Contains("bilateral", Assert.Single(data.Import(("PPRRVU.csv", Published.Bytes(text))).Refusals));
    }

    [Fact]
    public void Descriptions_are_never_stored()
    {
        using var data = new ImportedData();
        data.Import(("PPRRVU.csv", Published.Bytes(Published.FeeHeading + Published.Fee("11111", "", "A", "010", "3"))));

        foreach (var file in Directory.EnumerateFiles(data.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("REDACTED", File.ReadAllText(file));
    }
}
