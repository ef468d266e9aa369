using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Documents;

namespace MedCodes.Validator.Tests.Reading.Text;

public sealed class PlainPageTests
{
    private const string Page = """
        Home
        Code library
        Second-level injection of a cervical facet joint with imaging, add-on
        CPT4 code
        64491
        Name of the Procedure: Second cervical facet injection
        Summary
        A needle is placed under fluoroscopy.
        Procedure Description
         1. The patient lies prone.
         2. Preparation
         3. The needle is placed.
        Personnel:

        • Pain specialist: performs the injection
          ◦ Nurse
        """;

    private static readonly PageReader Reader = new([SomeSchema.Procedure]);

    [Fact]
    public void A_page_without_blank_lines_is_read_heading_by_heading() => Assert.Equal(
        """
        paragraph: Home
        paragraph: Code library
        paragraph: Second-level injection of a cervical facet joint with imaging, add-on
        heading 2: CPT4 code
        paragraph: 64491
        heading 2: Name of the Procedure
        paragraph: Second cervical facet injection
        heading 2: Summary
        paragraph: A needle is placed under fluoroscopy.
        heading 2: Procedure Description
        step 1 at 1: The patient lies prone.
        step 2 at 1: Preparation
        step 3 at 1: The needle is placed.
        heading 2: Personnel
        item at 1: Pain specialist: performs the injection
        item at 2: Nurse
        """,
        Shown(Page));

    [Fact]
    public void Byte_order_mark_and_line_ends_change_nothing()
    {
        var expected = Shown(Page);
        Assert.Equal(expected, Shown("\uFEFF" + Page.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Equal(expected, Shown(Page.Replace('\n', '\r') + "\r"));
        Assert.Equal(expected, Shown(Page.Replace("\n", "\n\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Title\nCPT code: 64491\n", "CPT code|64491")]
    [InlineData("Title\nCPT Code 64491, 64492\n", "CPT Code|64491, 64492")]
    [InlineData("Title\n**CPT4 code:** 64491\n", "CPT4 code|64491")]
    [InlineData("Title\n## CPT4 code #64491\n", "CPT4 code|64491")]
    [InlineData("Title\nCPT4 code\n", "CPT4 code")]
    [InlineData("Title\nCPT4 code:\n", "CPT4 code")]
    [InlineData("Title\nCPT code 64491 reports the second level.\n", "")]
    [InlineData("Title\nname of the procedure: x\n", "name of the procedure|x")]
    [InlineData("Title\nSummary: what it is\n", "")]
    [InlineData("Title\nCPT4 code\nSummary: what it is\nDuration: an hour\n", "CPT4 code|Summary|what it is|Duration|an hour")]
    [InlineData("Title\nCPT4 code\nSummary:\nText\nSummary: what it is\n", "CPT4 code|Summary|Text|Summary: what it is")]
    [InlineData("Title\nSummary\nText\n\nPersonnel: a nurse\n\nPersonnel: a surgeon\n", "Summary|Text|Personnel|a nurse|Personnel: a surgeon")]
    [InlineData("Title\nSummary\nDuration: an hour\n\nDuration\nTen minutes\n", "Summary|Duration: an hour|Duration|Ten minutes")]
    [InlineData("Title\nSummary\n\u2022 Duration: an hour\n", "Summary|Duration: an hour")]
    [InlineData("Title\nSummary\nduration: an hour\n", "Summary|duration: an hour")]
    [InlineData("Title\nSummary\nWhat is said here of it is a long line of text in a file\nDuration: an hour\n", "Summary|What is said here of it is a long line of text in a file|Duration|an hour")]
    public void Headings_may_carry_text_on_their_line(string page, string expected)
    {
        var blocks = Read(page).Document!.Blocks.SkipWhile(block => block is not PageBlock.Heading);
        Assert.Equal(expected, string.Join('|', blocks.Select(Words)));
    }

    [Theory]
    [InlineData("Home\nCode\nSearch\nThe title of this page\nCPT4 code\nName of the Procedure: x\nSummary\n", "The title of this page")]
    [InlineData("Overview\nCode\n\nThe title\n\nCPT4 code: 64491\nName of the Procedure\nx\n", "The title")]
    [InlineData("Code\nThe title\nCPT4 code\nSummary\n", "The title")]
    [InlineData("The title\nCPT4 code\nSummary\n", "The title")]
    [InlineData("Title\nSummary\nA long sentence that says what is done here to whom.\nAnother long sentence that says much more than a link.\nCPT4 code\nName of the Procedure\n", "Title")]
    public void Links_with_the_words_of_headings_are_navigation(string page, string title)
    {
        var blocks = Read(page).Document!.Blocks;
        Assert.Equal(title, Words(blocks[blocks.IndexOf(blocks.OfType<PageBlock.Heading>().First()) - 1]));
    }

    [Theory]
    [InlineData("Aftercare", true)]
    [InlineData("Care at Home", true)]
    [InlineData("What comes next:", true)]
    [InlineData("What comes next", false)]
    [InlineData("Common risks include:", false)]
    [InlineData("One Two Three Four Five Six", false)]
    [InlineData("Aftercare.", false)]
    [InlineData("• Aftercare", false)]
    public void An_unknown_heading_is_short_and_capitalised_or_ends_with_a_colon(string line, bool heading)
    {
        var blocks = Read($"Title\n\nSummary\n\nSome text.\n\n{line}\n\nMore text follows here.\n").Document!.Blocks;
        Assert.Equal(heading, blocks[3] is PageBlock.Heading);
    }

    [Theory]
    [InlineData("Title\n\nSummary\n\nAftercare\n\nMore text.\n")]
    [InlineData("Title\n\nSummary\n\nSome text.\n\nAftercare\n")]
    [InlineData("Title\n\nSummary\n\nSome text.\n\nAftercare\n\nDuration\n\nTen minutes.\n")]
    [InlineData("Title\n\nSummary\n\nSome text.\n\nBleeding\n\nInfection\n\nNerve Damage\n\nMore text.\n")]
    public void An_unknown_heading_stands_between_text_and_text_and_not_in_a_row(string page) =>
        Assert.DoesNotContain(Read(page).Document!.Blocks.OfType<PageBlock.Heading>(), heading => heading.Text.Value is not ("Summary" or "Duration"));

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph()
    {
        var blocks = Read(
            "Title\n\nSummary\n\nThe needle is placed with its tip in the joint, under\nFluoroscopy, and dye shows\nthat it is there.\nAfter a while it is taken out.\n").Document!.Blocks;
        Assert.Equal("The needle is placed with its tip in the joint, under Fluoroscopy, and dye shows that it is there.", Words(blocks[2]));
        Assert.Equal("After a while it is taken out.", Words(blocks[3]));
    }

    [Fact]
    public void An_item_goes_on_in_deeper_lines_and_a_lone_bullet_takes_the_next_line()
    {
        var blocks = Read("Title\n\nPersonnel\n• Pain specialist\n  With a long title\n•\n\nNurse\n").Document!.Blocks;
        Assert.Equal(["Title", "Personnel", "Pain specialist With a long title", "Nurse"], blocks.Select(Words));
        Assert.IsType<PageBlock.Item>(blocks[3]);
    }

    [Fact]
    public void Every_piece_knows_its_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFFTitel é\r\n\r\nSummary:\r\n  • Über\u00ADgang  \r\n    zwei\r\n");
        var file = SourceFile.FromBytes("page.txt", bytes);
        var blocks = Reader.Read(file).Document!.Blocks;
        Assert.Equal("Titel é", Bytes(file, ((PageBlock.Paragraph)blocks[0]).Text.Span));
        Assert.Equal("Summary", Bytes(file, ((PageBlock.Heading)blocks[1]).Text.Span));
        var item = (PageBlock.Item)blocks[2];
        Assert.Equal("Übergang zwei", item.Text.Value);
        Assert.Equal("Über\u00ADgang", Bytes(file, item.Text.SpanOf(0, 8)));
        Assert.Equal("zwei", Bytes(file, item.Text.SpanOf(9, 4)));
        Assert.Equal(new LinePosition(5, 5, 5), LineIndex.Of(file).At(item.Text.SpanOf(9, 4).Offset));
    }

    [Fact]
    public void Latin_1_is_read_with_a_fault_at_its_first_byte()
    {
        var reading = Read([.. "Title caf"u8, 0xE9, .. " na"u8, 0xEF, .. "ve \u00E9\n"u8]);
        Assert.Equal("Title café naïve é", Words(Assert.Single(reading.Document!.Blocks)));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(FaultKind.TextNotUtf8, fault.Kind);
        Assert.Equal(new SourceSpan(9, 1), fault.Span);
    }

    [Theory]
    [InlineData("", FaultKind.EmptyFile)]
    [InlineData(" \n\n", FaultKind.EmptyFile)]
    [InlineData("ISA*00*", FaultKind.UnrecognizedContent)]
    [InlineData("\0\u0001\u0002\u0003", FaultKind.UnrecognizedContent)]
    public void What_is_no_page_is_a_fault_and_no_document(string text, FaultKind kind)
    {
        var reading = Read(text);
        Assert.Null(reading.Document);
        Assert.Equal(kind, Assert.Single(reading.Faults).Kind);
    }

    [Theory]
    [InlineData("Title\n", true)]
    [InlineData("Title\r", true)]
    [InlineData("Title", false)]
    [InlineData("Title\n ", false)]
    public void The_final_newline_is_seen(string page, bool expected) =>
        Assert.Equal(expected, Read(page).Document!.FinalNewline);

    [Fact]
    public void A_page_cut_at_any_byte_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        for (var length = 0; length <= bytes.Length; length++)
            AssertInside(bytes[..length]);
    }

    [Fact]
    public void A_page_with_any_byte_flipped_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Page);
        for (var i = 0; i < bytes.Length * 8; i += 3)
        {
            var damaged = bytes.ToArray();
            damaged[i / 8] ^= (byte)(1 << (i % 8));
            AssertInside(damaged);
        }
    }

    [Fact]
    public void Random_characters_are_read()
    {
        var random = new Random(11);
        const string alphabet = "aZ 1.)•-*#:\n\r\t\u00A0\u200B\uFFFF(";
        for (var run = 0; run < 500; run++)
        {
            var text = "Summary\n" + new string(random.GetItems<char>(alphabet, random.Next(80)));
            AssertInside(Encoding.UTF8.GetBytes(text));
        }
    }

    private static void AssertInside(byte[] bytes)
    {
        var reading = Read(bytes);
        Assert.True(reading.Document is not null || reading.Faults.Length > 0);
        Assert.All(reading.Faults, fault => Assert.InRange(fault.Span.End, 0, bytes.Length));
        Assert.All(reading.Document?.Blocks ?? [], block => Assert.InRange(block.Span.End, 1, bytes.Length));
    }

    private static PageReading Read(string page) => Read(Encoding.UTF8.GetBytes(page));

    private static PageReading Read(byte[] bytes) => Reader.Read(SourceFile.FromBytes("page.txt", bytes));

    private static string Bytes(SourceFile file, SourceSpan span) => Encoding.UTF8.GetString(file.Read(span));

    private static string Shown(string page) => string.Join('\n', Read(page).Document!.Blocks.Select(block => block switch
    {
        PageBlock.Heading heading => $"heading {heading.Level}: {heading.Text}",
        PageBlock.Item { Ordered: true } item => $"step {item.Number} at {item.Depth}: {item.Text}",
        PageBlock.Item item => $"item at {item.Depth}: {item.Text}",
        _ => $"paragraph: {Words(block)}",
    }));

    private static string Words(PageBlock block) => block switch
    {
        PageBlock.Heading heading => heading.Text.Value,
        PageBlock.Paragraph paragraph => paragraph.Text.Value,
        PageBlock.Item item => item.Text.Value,
        _ => "",
    };
}
