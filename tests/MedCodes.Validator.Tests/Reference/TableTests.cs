namespace MedCodes.Validator.Tests.Reference;

public sealed class TableTests
{
    [Fact]
    public void An_imported_release_takes_the_place_of_the_curated_one_for_what_it_covers()
    {
        using var data = new ImportedData();

        // A curated pair that the import does not have is no edit any more; the setting that is not imported stays not covered.
        Assert.True(data.AskPair("64490", "01992", "2024-08-01").Found);
        data.ImportPairs(Published.Pair("11111", "22222"));
        Assert.False(data.AskPair("64490", "01992", "2024-08-01").Found);
        Assert.Equal("ncci-ptp does not cover the setting", data.AskPair("11111", "22222", "2024-08-01", "hospital").Reason);
    }

    [Fact]
    public void Beyond_an_imported_release_the_curated_one_answers_as_before()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));

        var answer = data.AskPair("64490", "01992", "2024-10-01", asOf: "2024-11-01");
        Assert.True(answer is { Found: true, Extrapolated: true });
        Assert.Equal("ncci-ptp does not cover the code", data.AskPair("11111", "22222", "2024-10-01", asOf: "2024-11-01").Reason);
    }

    [Fact]
    public void Extrapolating_is_configured_and_marks_the_answer()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222"));
        var key = new Dictionary<string, string> { ["program"] = "medicare", ["setting"] = "practitioner", ["column1"] = "11111", ["column2"] = "22222" };
        var day = new DateOnly(2024, 11, 1);

        Assert.False(data.Rules().LookUp("ncci-ptp", key, day, day).Found);
        Assert.True(data.Rules(extrapolate: true).LookUp("ncci-ptp", key, day, day) is { Found: true, Extrapolated: true });
    }

    [Fact]
    public void Of_a_dated_table_the_newest_release_not_after_the_day_that_stands_for_today_answers()
    {
        using var data = new ImportedData();
        data.ImportPairs(Published.Pair("11111", "22222", "20200101"), release: "2024q2");
        data.ImportPairs(Published.Pair("11111", "22222", "20200101", "20240101"), release: "2024q3");

        Assert.True(data.AskPair("11111", "22222", "2024-05-01", asOf: "2024-06-30").Found);
        Assert.False(data.AskPair("11111", "22222", "2024-05-01", asOf: "2024-07-01").Found);
    }

    [Fact]
    public void A_table_or_key_that_is_not_there_is_misuse()
    {
        using var data = new ImportedData();
        var day = new DateOnly(2024, 8, 1);

        Assert.Throws<ArgumentException>(() => data.Rules().LookUp("no-table", new Dictionary<string, string>(), day, day));
        Assert.Throws<ArgumentException>(() => data.Rules().LookUp("ncci-ptp", new Dictionary<string, string> { ["column1"] = "11111" }, day, day));
    }
}
