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

    private const string Yaml = """
        title: 'Injection of a "second" joint'
        code: [64491, 64492]
        author: Somebody
        name: >
          Second
          and last
        summary: |
          First paragraph.

          Second paragraph.
        procedure-description:
          - Lie down
          - Nurse: helps
          - [Inner]
        personnel: { Surgeon: operates, Nurses: [one, two] }
        sections:
          Care at home: Rest.
        """;

    private const string Json = """
        { "title": "Caf\u00e9 \"x\"",
          "CPT4_code": "64491",
          "Summary": ["One\ntwo", "Three"], "effective": null }
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

    [Theory]
    [InlineData("1. a\n1. b\n1. c\n", "1 2 3")]
    [InlineData("4. a\n4. b\n", "4 5")]
    [InlineData("1. a\n2. b\n2. c\n", "1 2 2")]
    [InlineData("3. a\n", "3")]
    public void Markdown_counts_items_that_all_have_one_number(string text, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', Read(text, "page.md").Document!.Blocks.OfType<PageBlock.Item>().Select(item => item.Number)));

    [Fact]
    public void Html_is_read_by_its_elements() => Assert.Equal(
        """
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

    [Fact]
    public void Yaml_is_read_by_its_keys()
    {
        var page = Read(Yaml, "page.yaml").Document!;
        Assert.Equal(
            """
            heading 1: Injection of a "second" joint
            heading 2: code
            item at 1: 64491
            item at 1: 64492
            heading 2: summary
            paragraph: First paragraph.
            paragraph: Second paragraph.
            heading 2: procedure description
            step 1 at 1: Lie down
            step 2 at 1: Nurse: helps
            step 1 at 2: Inner
            heading 2: personnel
            item at 1: Surgeon: operates
            item at 1: Nurses
            item at 2: one
            item at 2: two
            heading 2: Care at home
            paragraph: Rest.
            """,
            Shown(page));
        Assert.Equal(["author=Somebody", "name=Second and last"], page.FrontMatter.Select(entry => $"{entry.Key}={string.Join(',', entry.Values)}"));
        Assert.Equal("helps", Bytes(page, page.Blocks.OfType<PageBlock.Item>().ElementAt(3).Text.SpanOf(7, 5)));
    }

    [Fact]
    public void Json_is_read_as_yaml_is() => Assert.Equal(
        """
        heading 1: Café "x"
        heading 2: CPT4 code
        paragraph: 64491
        heading 2: Summary
        item at 1: One two
        item at 1: Three
        """,
        Shown(Read(Json, "page.json").Document!));

    [Theory]
    [InlineData("a: 1\n", FaultKind.UnrecognizedContent)]
    [InlineData("[1, 2]", FaultKind.UnrecognizedContent)]
    [InlineData("title: [\n", FaultKind.MalformedStructure)]
    [InlineData("title: \"x\n", FaultKind.MalformedStructure)]
    public void A_structured_file_that_is_no_page_is_a_fault(string text, FaultKind kind)
    {
        var reading = Read(text, "page.yaml");
        Assert.Null(reading.Document);
        Assert.Equal(kind, Assert.Single(reading.Faults).Kind);
    }

    [Theory]
    [InlineData("page.yaml", "title: A\nsummary: [\n", 2, 11)]
    [InlineData("page.md", "---\ncode: [\n---\nText\n", 2, 8)]
    [InlineData("page.json", "{ \"title\": \"A\"\n  \"summary\": 1 }", 2, 3)]
    public void A_fault_is_at_its_line_and_column(string path, string text, int line, int column)
    {
        var fault = Read(text, path).Faults[0];
        Assert.Equal(new LinePosition(line, column, column), LineIndex.Of(fault.File).At(fault.Span.Offset));
    }

    [Fact]
    public void A_fault_inside_a_structured_page_leaves_the_rest()
    {
        var reading = Read("title: A\nsummary: B\nsummary: C\n", "page.yml");
        Assert.Equal("heading 1: A\nheading 2: summary\nparagraph: B", Shown(reading.Document!));
        Assert.Equal(new SourceSpan(20, 7), Assert.Single(reading.Faults).Span);
    }

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

    [Theory]
    [InlineData("1. Bill it so:\n\n   ```claim\n   lines:\n     - { code: 64490 }\n   ```\n", "step 1 at 1: Bill it so:\nfence claim: lines:|  - { code: 64490 }")]
    [InlineData("> ```claim fails\n> lines: []\n> id: X\n> ```\n", "fence claim fails: lines: []|id: X")]
    [InlineData("* One\n  * Two\n\n    ~~~x12\n    ISA*\n    ~~~\n", "item at 1: One\nitem at 2: Two\nfence x12: ISA*")]
    public void Fences_in_lists_and_quotations_are_kept_without_the_marks_around_them(string text, string expected) =>
        Assert.Equal(expected, Shown(Read(text, "page.md").Document!));

    [Theory]
    [InlineData("---\ntitle: One\n\n# One\n", true)]
    [InlineData("---\ncpt-code:\n  - 64490\n", true)]
    [InlineData("---\n\n# One\n", false)]
    [InlineData("---\nName of the Procedure: One\n", false)]
    [InlineData("---\ntitle: One\n---\n\n# One\n", false)]
    public void Front_matter_without_its_end_is_a_fault(string text, bool isFault) =>
        Assert.Equal(isFault ? [FaultKind.MalformedFrontMatter] : [], Read(text, "page.md").Faults.Select(fault => fault.Kind));

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
    [InlineData(Yaml, "page.yaml")]
    [InlineData(Json, "page.json")]
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
    [InlineData("page.yaml", "title: x\n-[]{}\"'|>\\u#&*!%@`,?ummary")]
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
        PageBlock.Fence fence => $"fence {fence.Mark}: {string.Join('|', fence.Content.Select(line => Bytes(page, line)))}",
        _ => throw new ArgumentException("A block of an unknown kind.", nameof(page)),
    }));
}
