using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class InterpreterTests
{
    private const string Page = """
        Home

        Injection of a second joint under fluoroscopy

        CPT4 code
        64491

        Name of the Procedure: Second joint injection

        Summary
        It is done prone. Dye is used.

        Procedure Description
         1. The patient lies down.
         2. Needle: the needle is placed; it stays.

        Aftercare:
        Rest for a day.

        Duration
        30 minutes

        """;

    [Fact]
    public void A_page_is_read_as_the_sections_of_its_kind()
    {
        var page = Pages.Read(Page);
        Assert.Equal("procedure", page.Document.Schema);
        Assert.Equal(
            """
            preamble 0 after 0: Home
            title 1 after 0: Injection of a second joint under fluoroscopy
            code 2 after 1 "CPT4 code": 64491
            name 3 after 2 "Name of the Procedure": Second joint injection
            summary 4 after 3 "Summary": It is done prone. Dye is used.
            procedure-description 6 after 4 "Procedure Description": The patient lies down./Needle: the needle is placed; it stays.
            other 0 after 6 "Aftercare": Rest for a day.
            duration 7 after 6 "Duration": 30 minutes
            """,
            string.Join('\n', page.Sections.Select(section =>
                $"{section.Section} {section.Rank} after {section.PreviousRank}{(section.Heading.Length > 0 ? $" \"{section.Heading}\"" : "")}: {section.Text.Replace('\n', '/')}")));
        var steps = Assert.Single(page.Sections, section => section.Section == "procedure-description");
        Assert.Equal((2, 2, 11, 1), (steps.Items, steps.Steps, steps.Words, steps.Occurrence));
    }

    [Fact]
    public void Every_section_of_the_kind_is_a_slot_whether_it_is_there_or_not() => Assert.Equal(
        "title 1, code 1, name 1, summary 1, preparation 0, procedure-description 1, duration 1, personnel 0, alternatives 0, similar-codes 0",
        string.Join(", ", Pages.Read(Page).Slots.Select(slot => $"{slot.Section} {slot.Count}")));

    [Fact]
    public void Slots_know_what_the_schema_says()
    {
        var slot = Pages.Read(Page).Slots[5];
        Assert.Equal((SectionNeed.Required, SectionContent.Steps, 6), (slot.Needs, slot.Holds, slot.Rank));
    }

    [Fact]
    public void Items_have_number_label_and_text()
    {
        var items = Pages.Read(Page).Items;
        Assert.Equal([1, 2], items.Select(item => item.Number));
        Assert.Equal(["", "Needle"], items.Select(item => item.Label));
        Assert.Equal("Needle: the needle is placed; it stays.", items[1].Text);
        Assert.True(items[1].Ordered);
    }

    [Fact]
    public void Ids_count_through_the_page_and_are_zero_outside()
    {
        var page = Pages.Read(Page);
        Assert.Equal(Enumerable.Range(1, page.Sentences.Length), page.Sentences.Select(sentence => sentence.Sentence));
        Assert.Equal([1, 2], page.Items.Select(item => item.Item));
        Assert.All(page.Sentences, sentence => Assert.Equal(sentence.Section == "procedure-description", sentence.Item > 0));
        var two = Pages.Say("Prone; face down. Supine.").Mentions;
        Assert.Equal(two[0].Sentence, two[1].Sentence);
        Assert.NotEqual(two[0].Clause, two[1].Clause);
        Assert.Equal(two[1].Sentence + 1, two[2].Sentence);
    }

    [Fact]
    public void Every_fact_stands_where_its_words_stand()
    {
        var page = Pages.Read(Page.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.All(page.Sentences, sentence => Assert.Equal(sentence.Text, Encoding.UTF8.GetString(page.Source.File.Read(sentence.Span))));
        Assert.All(page.Mentions, mention => Assert.Equal(mention.Text, Encoding.UTF8.GetString(page.Source.File.Read(mention.Span))));
        Assert.NotEmpty(page.Mentions);
        Assert.Equal("CPT4 code", Encoding.UTF8.GetString(page.Source.File.Read(page.Sections[2].Span)));
    }

    [Fact]
    public void The_document_knows_title_name_and_code()
    {
        var document = Pages.Read(Page).Document;
        Assert.Equal("Injection of a second joint under fluoroscopy", document.Title);
        Assert.Equal("Second joint injection", document.Name);
        Assert.Equal("64491", document.Code);
        Assert.Equal(CodeOrigin.Label, document.CodeFrom);
        Assert.Equal<string>(["fluoroscopy"], document.Qualifiers);
        Assert.Equal(Pages.AsOf, document.AsOf);
        Assert.True(document.FinalNewline);
    }

    [Theory]
    [InlineData("Injection\n\nCPT code\n\nName of the Procedure\n\nSummary\n", "", CodeOrigin.None)]
    [InlineData("Injection 64491\n\nCPT code\n\nName of the Procedure\n\nSummary\n", "64491", CodeOrigin.Title)]
    [InlineData("Injection 64491\n\nCPT code: 64492\n\nName of the Procedure\n\nSummary\n", "64492", CodeOrigin.Label)]
    [InlineData("Injection\n\nCPT code: 64491, 64492\n\nName of the Procedure\n\nSummary\n", "64491 64492", CodeOrigin.Label)]
    public void The_first_place_with_a_code_counts(string page, string codes, object from)
    {
        var document = Pages.Read(page).Document;
        Assert.Equal(codes, string.Join(' ', document.Codes));
        Assert.Equal(from, document.CodeFrom);
        Assert.Equal(document.Codes.Length == 1, document.Code is not null);
        Assert.Null(document.Name);
    }

    [Fact]
    public void A_page_with_less_than_half_of_the_required_headings_is_of_no_known_kind()
    {
        var page = Pages.Read("Injection\n\nSummary\n\nIt is done prone.\n\nDuration\n\nAn hour.\n");
        Assert.Equal(PageSchema.None, page.Document.Schema);
        Assert.Empty(page.Slots);
        Assert.Equal(["title", "other", "other"], page.Sections.Select(section => section.Section));
        Assert.Single(page.Mentions);
    }

    [Theory]
    [InlineData("Injection (second level", 1, false)]
    [InlineData("Injection (second) [level] (first (", 2, false)]
    [InlineData("Injection of the comp", 0, true)]
    [InlineData("Injection of a joi", 0, true)]
    [InlineData("Injection of a joint", 0, false)]
    [InlineData("Injection of a xyz", 0, false)]
    [InlineData("Injection of a joi.", 0, false)]
    public void A_title_that_was_cut_shows_it(string title, int unclosed, bool cut)
    {
        var document = Pages.Read($"{title}\n\nCPT code\n\nName of the Procedure\n\nSummary\n\nA joint of the second level.\n").Document;
        Assert.Equal(unclosed, document.TitleUnclosed);
        Assert.Equal(cut, document.TitleCutWord);
    }

    [Theory]
    [InlineData("It is done prone.", "prone-position", true)]
    [InlineData("It is done prone.", "position", true)]
    [InlineData("It is not done prone.", "prone-position", false)]
    [InlineData("It may be done prone.", "prone-position", true)]
    [InlineData("It is done under CT.", "image-guidance", true)]
    [InlineData("It is done under image guidance.", "ct", false)]
    [InlineData("A CT scan.", "guidance", false)]
    [InlineData("", "guidance", false)]
    public void A_text_mentions_what_it_affirms(string text, string name, bool expected) => Assert.Equal(expected, Pages.Interpreter.Mentions(text, name));

    [Theory]
    [InlineData("Prone position", true)]
    [InlineData("The prone position", true)]
    [InlineData("In prone position", false)]
    [InlineData("", false)]
    public void A_text_opens_with_what_begins_it(string text, bool expected) => Assert.Equal(expected, Pages.Interpreter.OpensWith(text, "position"));

    [Fact]
    public void An_unknown_name_is_misuse() => Assert.Throws<ArgumentException>(() => Pages.Interpreter.Mentions("x", "y"));
}
