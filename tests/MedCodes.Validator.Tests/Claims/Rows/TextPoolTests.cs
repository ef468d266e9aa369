using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Tests.Claims.Rows;

public class TextPoolTests
{
    [Theory]
    [InlineData("")]
    [InlineData("MEDICARE")]
    [InlineData("ÄÖÜ")]
    public void Text_comes_back(string text)
    {
        var pool = new TextPool();
        pool.Add("before");
        var place = pool.Add(text);
        pool.Add("behind");

        Assert.Equal(text, TextPool.Text(pool.ToArray(), place));
    }

    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(70000)]
    public void Long_text_comes_back(int length)
    {
        var pool = new TextPool();
        var place = pool.Add(new string('x', length));

        Assert.Equal(length, TextPool.Text(pool.ToArray(), place)?.Length);
    }

    [Fact]
    public void Repeated_text_is_kept_once()
    {
        var pool = new TextPool();

        Assert.Equal(pool.Add("12345"), pool.Add("12345"));
    }

    [Fact]
    public void Missing_text_has_no_place()
    {
        var pool = new TextPool();

        Assert.Equal(0u, pool.Add((string?)null));
        Assert.Null(TextPool.Text(pool.ToArray(), 0));
    }
}
