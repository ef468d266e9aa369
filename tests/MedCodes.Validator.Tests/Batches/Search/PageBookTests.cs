using System.Text;
using MedCodes.Validator.Batches.Search;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches.Search;

public sealed class PageBookTests
{
    private static readonly DateOnly AsOf = new(2024, 8, 15);

    private static readonly PageBook Book = Fixtures("second-facet-level-add-on.md", "first-lumbar-facet-level.html", "knee-arthroscopy.md", "basic-blood-panel.txt");

    [Fact]
    public void A_page_is_found_by_words_of_its_title_with_the_sentence_that_has_most_of_them()
    {
        var hit = Book.Search("torn meniscus trimmed")[0];
        Assert.EndsWith("knee-arthroscopy.md", hit.Name, StringComparison.Ordinal);
        Assert.Equal(3, hit.Matched);
        Assert.Equal("The torn part of the meniscus is trimmed to a stable rim.", hit.Snippet);
        Assert.Equal(LineOf("knee-arthroscopy.md", hit.Snippet), hit.Line);
    }

    [Fact]
    public void The_page_of_a_code_stands_before_pages_that_name_it() =>
        Assert.Equal(["first-lumbar-facet-level.html"], PagesOf(Book.Search("64493")));

    [Fact]
    public void A_page_with_more_of_the_words_stands_first() =>
        Assert.Equal(["second-facet-level-add-on.md", "first-lumbar-facet-level.html"], PagesOf(Book.Search("cervical facet"))[..2]);

    [Theory]
    [InlineData("kidneys")]
    [InlineData("KIDNEY")]
    public void A_word_is_found_in_singular_and_plural_and_any_case(string word) => Assert.Contains("basic-blood-panel.txt", PagesOf(Book.Search(word)));

    [Fact]
    public void A_code_set_is_found_by_its_words_and_by_its_codes()
    {
        Assert.Contains(Book.Search("facet ultrasound"), hit => hit is { Name: "facet-injections-under-ultrasound", Line: null });
        Assert.Contains(Book.Search("0213t"), hit => hit.Name == "facet-injections-under-ultrasound");
    }

    [Theory]
    [InlineData("xylophone")]
    [InlineData("")]
    [InlineData("...")]
    public void Words_that_nothing_has_find_nothing(string words) => Assert.Empty(Book.Search(words));

    [Fact]
    public void What_is_known_of_a_code_is_shown()
    {
        var sheet = Book.Show("64491");
        Assert.EndsWith("second-facet-level-add-on.md", Assert.Single(sheet.Pages).Name, StringComparison.Ordinal);
        Assert.Equal("64490 64492", string.Join(' ', sheet.Similar));
        Assert.Contains(sheet.Rows, row => row.Table == "ncci-add-on" && row.Cells.Contains(("primary", "64490")) && !row.Extrapolated);
        Assert.Contains(sheet.Rows, row => row.Table == "ncci-mue" && row.Cells.Contains(("limit", "1")));
        Assert.Equal("64490 64492", string.Join(' ', Assert.Single(sheet.Families, family => family.Name == "facet-injections-cervical-thoracic").Others));
        Assert.Contains(sheet.Rules, rule => rule.Name == "region-of-another-code");
        Assert.DoesNotContain(sheet.Rules, rule => rule.Name == "page-too-long");
    }

    [Fact]
    public void The_pairs_of_a_code_are_shown_with_what_they_share()
    {
        var pairs = Book.Show("64490").Pairs;
        var never = Assert.Single(pairs, pair => pair.Column == "column1" && pair.Cells.Contains(("setting", "practitioner")) && pair.Cells.Contains(("indicator", "0")));
        Assert.Equal(("ncci-ptp", "2024Q3"), (never.Table, never.Release));
        Assert.Contains("01992", never.Others);
        Assert.All(pairs, pair => Assert.Equal(pair.Others.Order(StringComparer.Ordinal), pair.Others));
        Assert.DoesNotContain(pairs, pair => pair.Cells.Any(cell => cell.Column is "effective" or "column2"));
    }

    [Fact]
    public void A_code_that_only_tables_know_is_found()
    {
        var hit = Assert.Single(Book.Search("99140"), hit => hit.Kind == SearchHitKind.Code);
        Assert.Equal("99140", hit.Name);
        Assert.Contains("ncci-mue", hit.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_found_by_its_title_alone_has_no_snippet_and_stands_at_its_title()
    {
        var page = "# Xylophone\n\n## Code\n\n64490\n\n## Name\n\nA\n\n## Summary\n\nB.\n"u8.ToArray();
        var hit = Assert.Single(PageBook.Of(ShippedRules.Set, [SourceFile.FromBytes("x.md", page)], AsOf).Search("xylophone"));
        Assert.Equal(("Xylophone", "", 1L), (hit.Title, hit.Snippet, hit.Line));
    }

    [Fact]
    public void Pages_that_name_a_code_are_told_apart_from_its_own() =>
        Assert.EndsWith("second-facet-level-add-on.md", Book.Show("64492").NamedBy.Single(), StringComparison.Ordinal);

    [Fact]
    public void Of_an_unknown_code_nothing_is_known()
    {
        Assert.True(Book.Show("00001").IsEmpty);
        Assert.True(Book.Show("").IsEmpty);
    }

    [Fact]
    public void Files_that_are_no_pages_are_left_out() =>
        Assert.Equal(0, PageBook.Of(ShippedRules.Set, [SourceFile.FromBytes("claims.837", "ISA*00*"u8.ToArray()), SourceFile.FromBytes("empty.txt", Array.Empty<byte>())], AsOf).Pages);

    private static PageBook Fixtures(params string[] names) =>
        PageBook.Of(ShippedRules.Set, names.Select(name => SourceFile.OnDisk(Repository.PathOf("fixtures", "documents", name))), AsOf);

    private static string[] PagesOf(IEnumerable<SearchHit> hits) => [.. hits.Where(hit => hit.Line is not null).Select(hit => Path.GetFileName(hit.Name))];

    private static long LineOf(string name, string text) =>
        Array.FindIndex(File.ReadAllLines(Repository.PathOf("fixtures", "documents", name), Encoding.UTF8), line => line.Contains(text, StringComparison.Ordinal)) + 1;
}
