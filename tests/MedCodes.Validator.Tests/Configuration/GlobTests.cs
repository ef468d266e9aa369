using MedCodes.Validator.Configuration;

namespace MedCodes.Validator.Tests.Configuration;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.md", "page.md", true)]
    [InlineData("*.md", "deep/down/page.md", true)]
    [InlineData("./*.md", "deep/page.md", false)]
    [InlineData("docs/*.md", "docs/page.md", true)]
    [InlineData("docs/*.md", "docs/deep/page.md", false)]
    [InlineData("docs/**/*.md", "docs/page.md", true)]
    [InlineData("docs/**/*.md", "docs/a/b/page.md", true)]
    [InlineData("docs/**", "docs/a/b.txt", true)]
    [InlineData("docs/", "docs/a/b.txt", true)]
    [InlineData("docs/**", "other/docs/a.txt", false)]
    [InlineData("**/docs/a.txt", "other/docs/a.txt", true)]
    [InlineData("page?.md", "page1.md", true)]
    [InlineData("page?.md", "page12.md", false)]
    [InlineData("page[0-9].md", "page7.md", true)]
    [InlineData("page[!0-9].md", "page7.md", false)]
    [InlineData("*.{md,txt}", "a.txt", true)]
    [InlineData("*.{md,txt}", "a.html", false)]
    [InlineData("a.b+(c)", "aXb+(c)", false)]
    [InlineData("a{b", "a{b", true)]
    [InlineData("a\\b.md", "a/b.md", true)]
    [InlineData("*.MD", "a.md", false)]
    public void A_pattern_fits_what_it_says(string pattern, string path, bool fits) => Assert.Equal(fits, Glob.Parse(pattern).Matches(path));

    [Fact]
    public void Every_text_is_a_pattern()
    {
        foreach (var text in new[] { "", "[", "]", "{", "}", "{,", "[]", "[!]", "**", "***", "/", "\\", "(", "{a,{b,c}}", "[z-a]" })
            Assert.Equal(text, Glob.Parse(text).Pattern);
    }
}
