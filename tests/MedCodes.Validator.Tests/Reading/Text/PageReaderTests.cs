using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Documents;

namespace MedCodes.Validator.Tests.Reading.Text;

public sealed class PageReaderTests
{
    private const string Markdown = """
        ---
        code: 64491
        title: "A page"
        reviewed: [2024-07-01, 2024-08-01]
        ---
        # Injection of a *second* joint

        **CPT4 code:** 64491
        Name of the Procedure: Second &amp; last

        ## Summary

        It is done
        under `ct` <!-- x --> at [some place](http://example.org).

        - One
          goes on
          1. Inner
          2. More

        | a | b |
        |---|---|
        | c | d |

        ```x12 fails
        ISA*
        ```

        > ### Quoted heading
        """;

    private const string Html = """
        <!DOCTYPE html>
        <html><head><title>No title</title></head>
        <body class="x > y">
        <script>if (a < b) { "<h1>"; }</script>
        <nav>Home<br/>Codes</nav>
        <h1>Injection of a
            <i>second</i> joint</h1>
        <p><b>CPT4 code:</b> 64491</p>
        <h2>Name of the Procedure: Second &amp; last</h2>
        <h2>Summary</h2>
        It is done under 5 < 6 & more &nbsp;x<!-- a comment -->.
        <ul><li>One<ol start=1><li>Inner<li>More</ol></li><li><p>Two</p><p>goes on</p></li></ul>
        <table><tr><td>c</td><td>d</td></tr></table>
        """;

    private static readonly PageReader Reader = new([SomeSchema.Procedure]);

    [Fact]
    public void Markdown_is_read_with_its_front_matter()
    {
        var page = Read(Markdown, "page.md").Document!;
        Assert.Equal(
            """
            heading 1: Injection of a second joint
            heading 2: CPT4 code
            paragraph: 64491
            heading 2: Name of the Procedure
            paragraph: Second & last
            heading 2: Summary
            paragraph: It is done under ct at some place.
            item at 1: One goes on
            step 1 at 2: Inner
            step 2 at 2: More
            paragraph: a;b
            paragraph: c;d
            fence x12 fails: ISA*
            heading 3: Quoted heading
            """,
            Shown(page));
        Assert.Equal(
            ["code=64491", "title=A page", "reviewed=2024-07-01,2024-08-01"],
            page.FrontMatter.Select(entry => $"{entry.Key}={string.Join(',', entry.Values)}"));
        Assert.Equal("title: \"A page\"", Bytes(page, page.FrontMatter[1].Span));
        Assert.Equal("A page", Bytes(page, page.FrontMatter[1].Values[0].Span));
    }

    [Fact]
    public void Html_is_read_by_its_elements() => Assert.Equal(
        """
        paragraph: Home
        paragraph: Codes
        heading 1: Injection of a second joint
        heading 2: CPT4 code
        paragraph: 64491
        heading 2: Name of the Procedure
        paragraph: Second & last
        heading 2: Summary
        paragraph: It is done under 5 < 6 & more x.
        item at 1: One
        step 1 at 2: Inner
        step 2 at 2: More
        item at 1: Two goes on
        paragraph: c;d
        """,
        Shown(Read(Html, "page.html").Document!));

    [Theory]
    [InlineData("page.txt", "# Title\n", "paragraph: # Title")]
    [InlineData("page.md", "# Title\n", "heading 1: Title")]
    [InlineData("page.txt", "---\na: b\n---\n# Title\n", "heading 1: Title")]
    [InlineData("page", "<!doctype HTML><h1>Title", "heading 1: Title")]
    [InlineData("page.htm", "<h3>Title</h3>", "heading 3: Title")]
    public void The_format_is_told_by_extension_or_first_characters(string path, string text, string expected) =>
        Assert.Equal(expected, Shown(Read(text, path).Document!));

    [Theory]
    [InlineData("---\na: [\n---\nText\n")]
    [InlineData("---\na: 1\na: 2\n---\nText\n")]
    [InlineData("---\njust words\n---\nText\n")]
    public void Malformed_front_matter_is_a_fault(string text)
    {
        var reading = Read(text, "page.md");
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(FaultKind.MalformedFrontMatter, fault.Kind);
        Assert.InRange(fault.Span.Offset, 4, text.IndexOf("---\nText", StringComparison.Ordinal));
        Assert.Equal("paragraph: Text", Shown(reading.Document!));
    }

    [Fact]
    public void Front_matter_without_an_end_is_text() => Assert.Empty(Read("---\na: b\n", "page.md").Document!.FrontMatter);

    [Fact]
    public void Elements_nested_too_deep_are_a_fault()
    {
        var reading = Read(new string('>', 500) + " x", "page.md");
        Assert.Equal(FaultKind.PageNestedTooDeep, Assert.Single(reading.Faults).Kind);
        Assert.Null(reading.Document);
    }

    [Theory]
    [InlineData(Markdown, "page.md")]
    [InlineData(Html, "page.html")]
    public void A_page_cut_or_damaged_anywhere_is_read(string text, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < bytes.Length; i++)
        {
            AssertInside(bytes[..i], path);
            var damaged = bytes.ToArray();
            damaged[i] ^= (byte)(1 << (i % 8));
            AssertInside(damaged, path);
        }
    }

    [Theory]
    [InlineData("page.md", "-*_`[]()#>|: \n\t1.ab&;<!\\~")]
    [InlineData("page.html", "<>/=\"'&;! -abhliu1p\n")]
    public void Random_characters_are_read(string path, string alphabet)
    {
        var random = new Random(23);
        for (var run = 0; run < 1000; run++)
            AssertInside(Encoding.UTF8.GetBytes(new string(random.GetItems<char>(alphabet, random.Next(1, 120)))), path);
    }

    private static void AssertInside(byte[] bytes, string path)
    {
        var reading = Reader.Read(SourceFile.FromBytes(path, bytes));
        Assert.True(reading.Document is not null || reading.Faults.Length > 0);
        Assert.All(reading.Faults, fault => Assert.InRange(fault.Span.End, fault.Span.Offset, bytes.Length));
        Assert.All(reading.Document?.Blocks ?? [], block => Assert.InRange(block.Span.End, block.Span.Offset, bytes.Length));
    }

    private static PageReading Read(string text, string path) => Reader.Read(SourceFile.FromBytes(path, Encoding.UTF8.GetBytes(text)));

    private static string Bytes(ProcedureDocument page, SourceSpan span) => Encoding.UTF8.GetString(page.File.Read(span));

    private static string Shown(ProcedureDocument page) => string.Join('\n', page.Blocks.Select(block => block switch
    {
        PageBlock.Heading heading => $"heading {heading.Level}: {heading.Text}",
        PageBlock.Item { Ordered: true } item => $"step {item.Number} at {item.Depth}: {item.Text}",
        PageBlock.Item item => $"item at {item.Depth}: {item.Text}",
        PageBlock.Paragraph paragraph => $"paragraph: {paragraph.Text}",
        PageBlock.Fence fence => $"fence {fence.Mark}: {Bytes(page, fence.Content)}",
        _ => throw new ArgumentException("A block of an unknown kind.", nameof(page)),
    }));
}
