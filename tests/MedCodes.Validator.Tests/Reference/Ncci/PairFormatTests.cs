using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Tests.Reference.Ncci;

public sealed class PairFormatTests
{
    [Fact]
    public void Four_parts_make_one_release()
    {
        using var data = new ImportedData();
        var result = data.ImportPairs(Published.Pair("11111", "22222") + Published.Pair("11111", "2222T", indicator: "0"));

        Assert.Empty(result.Refusals);
        var release = Assert.Single(result.Releases);
        Assert.Equal(("ncci-ptp", "2024Q3", 5, new DateOnly(2020, 1, 1), new DateOnly(2024, 9, 30)), (release.Table, release.Release, release.Rows, release.CoversFrom, release.CoversThrough));
        Assert.Equal("medicare practitioner", string.Join(' ', release.Part));
        Assert.True(data.AskPair("11111", "2222T", "2024-08-01").Found);
        Assert.Equal("there is no such row, and the table would have it", data.AskPair("22222", "11111", "2024-08-01").Reason);
    }

    [Theory]
    [InlineData("2019-12-31", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2021-12-31", true)]
    [InlineData("2022-01-01", false)]
    public void An_edit_is_in_force_from_its_effective_to_its_deletion_date_both_inclusive(string on, bool found)
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222", "20200101", "20211231") + Published.Pair("11111", "33333", "19960101"));

        Assert.Equal(found, data.AskPair("11111", "22222", on).Found);
    }

    [Fact]
    public void A_row_that_never_applies_hides_no_row_that_does()
    {
        using var data = new ImportedData();
        data.ImportPairs(
            Published.Pair("11111", "22222", "20200101", "20200101", "9") + Published.Pair("11111", "22222", "20200101", "*", "0") + Published.Pair("11111", "33333", "20200101", "20200101", "9"));

        var answer = data.AskPair("11111", "22222", "2020-01-01");
        Assert.Contains(answer.Rows.Single(row => row.IsChosen).Cells, cell => cell is { Key: "indicator", Value: "0" });
        Assert.Equal(2, answer.Rows.Length);
        Assert.False(data.AskPair("11111", "33333", "2020-01-01").Found);
    }

    [Fact]
    public void Of_several_rows_in_force_the_later_and_then_the_stricter_counts()
    {
        using var data = new ImportedData();
        data.ImportPairs(
            Published.Pair("11111", "22222", "20200101", "*", "0") + Published.Pair("11111", "22222", "20210101", "*", "1")
            + Published.Pair("11111", "33333", "20200101", "*", "1") + Published.Pair("11111", "33333", "20200101", "*", "0"));

        Assert.Contains(data.AskPair("11111", "22222", "2024-08-01").Rows.Single(row => row.IsChosen).Cells, cell => cell is { Key: "indicator", Value: "1" });
        Assert.Contains(data.AskPair("11111", "33333", "2024-08-01").Rows.Single(row => row.IsChosen).Cells, cell => cell is { Key: "indicator", Value: "0" });
    }

    [Fact]
    public void Settings_are_releases_of_their_own()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        data.ImportPairs(Published.Pair("11111", "33333"), "hospital");

        Assert.True(data.AskPair("11111", "22222", "2024-08-01").Found);
        Assert.False(data.AskPair("11111", "22222", "2024-08-01", "hospital").Found);
        Assert.True(data.AskPair("11111", "33333", "2024-08-01", "hospital").Found);
    }

    [Fact]
    public void A_missing_part_is_said_and_nothing_is_imported()
    {
        using var data = new ImportedData();
        var one = Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222"));
        var result = data.Import(("ccipra-v302r0-f1.txt", one), ("ccipra-v302r0-f4.txt", one));

        Assert.Equal("of the practitioner edits of 2024Q3 parts 2, 3 of 4 are missing; expected: all parts in one import", Assert.Single(result.Refusals));
        Assert.Empty(ReferenceData.Open(data.Folder).Releases);
    }

    [Fact]
    public void A_part_given_twice_is_refused()
    {
        using var data = new ImportedData();
        var one = Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222"));
        var result = data.Import([.. "a-f1 b-f1 a-f2 a-f3 a-f4".Split(' ').Select(name => ($"ccipra-v302r0-{name}.txt", one))]);

        Assert.Equal("part 1 of the practitioner edits of 2024Q3 is given twice", Assert.Single(result.Refusals));
    }

    [Fact]
    public void A_file_without_a_number_is_a_set_and_its_name_can_be_helped()
    {
        using var data = new ImportedData();
        var file = ("pairs.txt", Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222")));

        Assert.Contains("--setting", Assert.Single(data.Import(file).Refusals));
        Assert.Contains("--release", Assert.Single(data.Import(new ImportOptions { Setting = "hospital" }, file).Refusals));
        Assert.Single(data.Import(new ImportOptions { Setting = "hospital", Release = "2024Q2" }, file).Releases);
    }

    [Fact]
    public void Medicaids_edits_are_refused()
    {
        using var data = new ImportedData();
        var text = "Notice\r\nColumn 1\tColumn 2\tEffective\tDeletion\tModifier\tRationale\r\n11111\t22222\t20200101\t\t1\tx\r\n";
        var result = data.Import(("practitioner-2024q3.txt", Published.Bytes(text)));

        Assert.Contains("Medicaid", Assert.Single(result.Refusals));
    }

    [Fact]
    public void Single_bad_rows_are_told_by_line_and_left_out()
    {
        using var data = new ImportedData();
        var rows = Enumerable.Range(0, 2999).Select(number => Published.Pair("11111", $"{20000 + number}")).ToList();
        rows.Insert(5, Published.Pair("11111", "22222", "20241301"));
        rows.Insert(7, Published.Pair("11111", "bad"));
        rows.Insert(9, Published.Pair("11111", "22222", indicator: "2"));
        var result = data.ImportPairs(string.Concat(rows));

        Assert.Empty(result.Refusals);
        Assert.Equal([12, 14, 16], result.Problems.Select(problem => problem.Line));
        Assert.Equal((3002, 3), (result.Releases[0].Rows, result.Releases[0].BadRows));
    }

    [Fact]
    public void More_than_one_bad_row_in_a_thousand_refuses_the_file()
    {
        using var data = new ImportedData();
        var rows = Enumerable.Range(0, 900).Select(number => Published.Pair("11111", $"{20000 + number}")).ToList();
        rows.Insert(5, Published.Pair("11111", "22222", "20241301"));
        var result = data.ImportPairs(string.Concat(rows));

        Assert.Contains("line 12", Assert.Single(result.Refusals));
        Assert.Empty(result.Releases);
    }

    [Fact]
    public void A_workbook_says_what_the_text_says()
    {
        using var data = new ImportedData();
        string[][] rows =
        [
            ["Notice"],
            ["Column 1", "Column 2", "*=in existence prior to 1996", "Effective Date", "Deletion Date *=no data", "Modifier", "Rationale"],
            ["11111", "22222", "", "20200101", "*", "1", "Invented"],
            ["11111", "33333", "*", "19960101", "20211231", "0", "Invented"],
        ];
        var result = data.Import(("practitioner-2024q3.xlsx", Published.Sheet(rows)));

        Assert.Empty(result.Refusals);
        Assert.Equal(2, result.Releases[0].Rows);
        Assert.True(data.AskPair("11111", "33333", "2021-12-31").Found);
    }

    [Fact]
    public void Text_and_workbook_of_one_table_in_one_zip_are_read_once()
    {
        using var data = new ImportedData();
        var zip = Published.Zip(
            ("practitioner.txt", Published.Bytes(Published.PairHeading + Published.Pair("11111", "22222"))),
            ("practitioner.xlsx", Published.Sheet(["Column 1", "Column 2", "*=in existence"], ["11111", "33333", "", "20200101", "*", "1", "x"])));
        var result = data.Import(("practitioner-2024q3.zip", zip));

        Assert.Equal(1, Assert.Single(result.Releases).Rows);
        Assert.EndsWith("practitioner.xlsx", Assert.Single(result.LeftOut));
    }
}
