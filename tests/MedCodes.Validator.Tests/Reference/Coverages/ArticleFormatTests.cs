namespace MedCodes.Validator.Tests.Reference.Coverages;

public sealed class ArticleFormatTests
{
    [Fact]
    public void Articles_and_diagnoses_become_tables_by_list()
    {
        using var data = new ImportedData();
        var result = data.Import(PublishedArticles.Files());

        Assert.Empty(result.Refusals);
        Assert.Equal(
            ["coverage-articles covered 3", "coverage-diagnoses covered 2", "coverage-articles non-covered 2", "coverage-diagnoses non-covered 1"],
            result.Releases.Select(release => $"{release.Table} {string.Join(' ', release.Part)} {release.Rows}"));
    }

    [Theory]
    [InlineData("10112", "11111", "2024-08-01", true)]
    [InlineData("01112", "11111", "2024-08-01", true)]
    [InlineData("99999", "11111", "2024-08-01", false)]
    [InlineData("10112", "22222", "2024-08-01", false)] // of a proposed article
    [InlineData("01112", "11111", "2024-07-07", true)]
    [InlineData("01112", "11111", "2024-07-06", false)]
    public void An_article_counts_for_its_contractors_and_procedures_while_it_is_in_force(string contractor, string procedure, string on, bool found)
    {
        using var data = new ImportedData();
        data.Import(PublishedArticles.Files());

        Assert.Equal(found, data.Ask("coverage-articles", on, ("list", "covered"), ("contractor", contractor), ("procedure", procedure)).Found);
    }

    [Theory]
    [InlineData("2024-08-14", 2)]
    [InlineData("2024-08-15", 1)]
    public void A_retired_article_counts_to_its_last_day(string on, int inForce)
    {
        using var data = new ImportedData();
        data.Import(PublishedArticles.Files());

        var answer = data.Ask("coverage-articles", on, ("list", "covered"), ("contractor", "10112"), ("procedure", "11111"));
        Assert.Equal(inForce, answer.Rows.Count(row => row.IsInForce));
    }

    [Theory]
    [InlineData("covered", "A90001", "X101", true)]
    [InlineData("covered", "A90001", "X102", false)]
    [InlineData("covered", "A90001", "XX000", false)] // stands for "not applicable"
    [InlineData("covered", "A90003", "X103", false)] // a proposed article
    [InlineData("non-covered", "A90001", "X109", true)]
    [InlineData("non-covered", "A90001", "X101", false)] // on both lists
    public void A_diagnosis_is_on_the_list_of_its_article(string list, string article, string diagnosis, bool found)
    {
        using var data = new ImportedData();
        data.Import(PublishedArticles.Files());

        Assert.Equal(found, data.Ask("coverage-diagnoses", "2024-08-01", ("list", list), ("article", article), ("diagnosis", diagnosis)).Found);
    }

    [Fact]
    public void Days_before_the_release_are_not_answered()
    {
        using var data = new ImportedData();
        data.Import(PublishedArticles.Files());

        Assert.Equal(
            "no release of coverage-articles covers the date",
            data.Ask("coverage-articles", "2024-06-30", ("list", "covered"), ("contractor", "10112"), ("procedure", "11111")).Reason);
    }

    [Fact]
    public void A_download_is_read_as_it_comes_a_zip_in_a_zip_with_other_files()
    {
        using var data = new ImportedData();
        var inner = Published.Zip([.. PublishedArticles.Files(), ("article_x_bill_code.csv", Published.Bytes("article_id,article_version,bill_code_id\r\n90001,2,012\r\n"))]);

        var result = data.Import(("current_article-2024q3.zip", Published.Zip(("current_article_csv.zip", inner))));
        Assert.Empty(result.Refusals);
        Assert.Equal(4, result.Releases.Length);
        Assert.Contains("article_x_bill_code.csv", Assert.Single(result.LeftOut));
    }

    [Fact]
    public void An_article_may_be_longer_than_any_line_of_another_file()
    {
        using var data = new ImportedData();
        var text = PublishedArticles.Texts["article"].Replace("Text,", new string('x', 600_000), StringComparison.Ordinal);

        Assert.Empty(data.Import(PublishedArticles.Files("article", text)).Refusals);
        Assert.True(data.Ask("coverage-articles", "2024-08-01", ("list", "covered"), ("contractor", "10112"), ("procedure", "11111")).Found);
    }

    [Fact]
    public void Missing_files_are_named()
    {
        using var data = new ImportedData();
        var refusal = Assert.Single(data.Import(PublishedArticles.Files()[..4]).Refusals);

        Assert.Contains("article_x_icd10_covered.csv, article_x_icd10_noncovered.csv", refusal);
        Assert.Contains("expected: all files of the download", refusal);
    }

    [Fact]
    public void A_download_without_a_release_asks_for_one()
    {
        using var data = new ImportedData();
        var files = PublishedArticles.Files().Select(file => (file.Name.Replace("-2024q3", "", StringComparison.Ordinal), file.Bytes)).ToArray();

        Assert.Contains("--release", data.Import(files).Refusals[0]);
        Assert.Empty(data.Import(new() { Release = "2024Q3" }, files).Refusals);
    }

    [Theory]
    [InlineData("article", "article_id,article_version,article_eff_date,article_end_date,status,display_id\r\n90001,2,soon,,A,A90001\r\n", "days such as")]
    [InlineData("article", "article_id,article_version,article_eff_date,article_end_date,status,display_id\r\n90001,2,2024-07-01,,R,A90001\r\n", "has an end")]
    [InlineData("article_x_hcpc_code", "article_id,article_version,hcpc_code_id\r\n90001,2,1111\r\n", "five digits")]
    [InlineData("article_x_icd10_covered", "article_id,article_version,icd10_code_id,icd10_covered_group\r\n90001,2,x,1\r\n", "three to seven")]
    [InlineData("contractor", "contractor_id,contractor_number\r\n10,too long a number\r\n", "up to eight")]
    public void Malformed_rows_are_told_with_their_line(string file, string text, string expected)
    {
        using var data = new ImportedData();
        var refusal = Assert.Single(data.Import(PublishedArticles.Files(file, text)).Refusals);

        Assert.Contains("line 2", refusal);
        Assert.Contains(expected, refusal);
    }

    [Fact]
    public void Descriptions_are_never_stored()
    {
        using var data = new ImportedData();
        data.Import(PublishedArticles.Files());

        foreach (var file in Directory.EnumerateFiles(data.Folder, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("REDACTED", File.ReadAllText(file));
    }
}
