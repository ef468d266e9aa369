using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Documents;

namespace MedCodes.Validator.Tests.Reading.Text;

/// <summary>Files of records hold one page or many, each value at its own line and column.</summary>
public sealed class RecordFileTests
{
    private static readonly PageReader Reader = new([SomeSchema.Procedure]);

    [Theory]
    [InlineData("pages.json", "[ {\"title\": \"One\", \"summary\": \"First.\"},\n  {\"title\": \"Two\", \"summary\": \"Second.\"} ]", "1:14 One|1:32 First.|2:14 Two|2:32 Second.")]
    [InlineData("pages.yaml", "- title: One\n  summary: First.\n- title: Two\n  summary: Second.\n", "1:10 One|2:12 First.|3:10 Two|4:12 Second.")]
    [InlineData("pages.yaml", "title: One\nsummary: First.\n---\ntitle: Two\nsummary: Second.\n", "1:8 One|2:10 First.|4:8 Two|5:10 Second.")]
    [InlineData("pages.yaml", "reviewed: 2024-07-01\nprocedures:\n  - title: One\n    summary: First.\n  - title: Two\n    summary: Second.\n", "3:12 One|4:14 First.|5:12 Two|6:14 Second.")]
    public void Each_record_is_a_page_with_its_own_places(string name, string text, string expected)
    {
        var reading = Read(name, text);
        Assert.Equal(2, reading.Documents.Length);
        Assert.Empty(reading.Faults);
        Assert.Equal(expected, string.Join('|', reading.Documents.SelectMany(page => page.Blocks.Select(TextOf).OfType<PageText>().Where(block => block.Value != "summary"))
            .Select(block => $"{Place(name, text, block.Span.Offset)} {block.Value}")));
        Assert.True(reading.Documents[0].Start < reading.Documents[1].Start);
    }

    [Fact]
    public void What_stands_beside_the_list_is_front_matter_of_every_page() => Assert.All(
        Read("pages.yaml", "reviewed: 2024-07-01\npages:\n  - title: One\n  - title: Two\n").Documents,
        page => Assert.Equal("reviewed", Assert.Single(page.FrontMatter).Key));

    [Fact]
    public void A_record_that_is_no_page_is_a_fault_and_the_others_are_read()
    {
        var reading = Read("pages.yaml", "- title: One\n- just words\n- title: Two\n");
        Assert.Equal(2, reading.Documents.Length);
        Assert.Equal((FaultKind.MalformedStructure, 15L), (Assert.Single(reading.Faults).Kind, reading.Faults[0].Span.Offset));
    }

    [Fact]
    public void Pages_before_the_place_that_cannot_be_read_are_kept()
    {
        var reading = Read("pages.yaml", "title: One\n---\ntitle: [Two\n");
        Assert.Single(reading.Documents);
        Assert.Equal(FaultKind.MalformedStructure, Assert.Single(reading.Faults).Kind);
    }

    [Theory]
    [InlineData("numbers.json", "[1, 2, 3]")]
    [InlineData("words.yaml", "- one\n- two\n")]
    [InlineData("settings.yaml", "a: 1\nb: 2\n")]
    public void Records_that_are_no_pages_are_refused(string name, string text)
    {
        var reading = Read(name, text);
        Assert.Empty(reading.Documents);
        Assert.Equal(FaultKind.UnrecognizedContent, Assert.Single(reading.Faults).Kind);
    }

    [Fact]
    public void Json_is_told_by_its_content_where_no_extension_says_it() =>
        Assert.Equal(2, Read("<stdin>", "[ {\"title\": \"One\"}, {\"title\": \"Two\"} ]").Documents.Length);

    [Theory]
    [InlineData("page.txt", "title: One\nsummary: First.\n", nameof(PageFormat.Structured), "heading One")]
    [InlineData("page.html", "# One\n\n## Summary\n\nFirst.\n", nameof(PageFormat.Markdown), "heading One")]
    [InlineData("page.md", "<h1>One</h1><p>First.</p>", nameof(PageFormat.Html), "heading One")]
    [InlineData("page.html", "<h1>One</h1>", nameof(PageFormat.Text), "paragraph <h1>One</h1>")]
    [InlineData("page.txt", "ISA*00*\n", nameof(PageFormat.Text), "paragraph ISA*00*")]
    public void A_format_that_is_said_counts_before_extension_and_content(string name, string text, string format, string first)
    {
        var block = Reader.Read(SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text)), Enum.Parse<PageFormat>(format)).Document!.Blocks[0];
        Assert.Equal(first, $"{(block is PageBlock.Heading ? "heading" : "paragraph")} {TextOf(block)}");
    }

    [Theory]
    [InlineData("page.json", "{ \"title\": \"One\", \"procedureDescription\": [\"First.\"] }", "heading One|heading procedure Description|paragraph First.")]
    [InlineData("page.json", "{ \"CPTCode\": \"64490\", \"summary\": \"First.\" }", "heading CPT Code|paragraph 64490|heading summary|paragraph First.")]
    [InlineData("page.yaml", "sections:\n  title: One\n  summary: First.\n", "heading One|heading summary|paragraph First.")]
    [InlineData("page.yaml", "title: One\nsections:\n  - heading: Summary\n    text: First.\n  - name: Procedure Description\n    steps: [Second.]\n", "heading One|heading Summary|paragraph First.|heading Procedure Description|paragraph Second.")]
    [InlineData("page.yaml", "title: One\nsections:\n  - summary: First.\n  - just words\n", "heading One|heading summary|paragraph First.")]
    public void Keys_are_headings_however_programs_write_them(string name, string text, string expected) => Assert.Equal(
        expected,
        string.Join('|', Assert.Single(Read(name, text).Documents).Blocks.Select(block => $"{(block is PageBlock.Heading ? "heading" : "paragraph")} {TextOf(block)}")));

    [Fact]
    public void A_word_of_a_key_stands_at_its_own_place()
    {
        const string Text = "{ \"title\": \"One\", \"procedureDescription\": [\"First.\"] }";
        var heading = Read("page.json", Text).Document!.Blocks.OfType<PageBlock.Heading>().Last();
        Assert.Equal(Text.IndexOf("Description", StringComparison.Ordinal), heading.Text.SpanOf(10, 11).Offset);
    }

    [Theory]
    [InlineData("page.json", "{ \"title\": \"One\", ", "this is not JSON")]
    [InlineData("page.yaml", "title: [One\n", "this is not YAML: ")]
    public void What_cannot_be_read_is_told_in_the_words_of_its_format(string name, string text, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Read(name, text).Faults).Expected, StringComparison.Ordinal);

    [Fact]
    public void A_fenced_block_of_plain_text_is_kept_as_written()
    {
        var text = "Title\n\nCPT code: 64490\n\nSummary\n\nBilled so:\n\n```claim fails\nlines:\n  - { code: 64491 }\n```\n\nNever so.\n";
        var fence = Assert.Single(Read("page.txt", text).Document!.Blocks.OfType<PageBlock.Fence>());
        Assert.Equal("claim fails", fence.Mark);
        Assert.Equal("lines:\n  - { code: 64491 }", text.Substring((int)fence.Content[0].Offset, fence.Content[0].Length).Trim());
        Assert.Contains("Never so.", Blocks("page.txt", text), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_of_a_table_may_be_label_and_text()
    {
        Assert.Equal("CPT code|64491", Blocks("page.html", "<table><tr><th>CPT code</th><td>64491</td></tr></table>"));
        Assert.Equal("Code;What it is|64491;Second level", Blocks("page.md", "| Code | What it is |\n|---|---|\n| 64491 | Second level |\n"));
        Assert.Equal("Name;Role", Blocks("page.md", "| Name | Role |\n|---|---|\n"));
        Assert.Equal("CPT code|64491", Blocks("page.md", "| CPT code | 64491 |\n|---|---|\n"));
    }

    private static string Blocks(string name, string text) => string.Join('|', Read(name, text).Document!.Blocks.Select(TextOf));

    private static PageText? TextOf(PageBlock block) => block switch
    {
        PageBlock.Heading heading => heading.Text,
        PageBlock.Paragraph paragraph => paragraph.Text,
        PageBlock.Item item => item.Text,
        _ => null,
    };

    private static string Place(string name, string text, long offset)
    {
        var place = LineIndex.Of(SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text))).At(offset);
        return $"{place.Line}:{place.Column}";
    }

    private static PageReading Read(string name, string text) => Reader.Read(SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(text)));
}
