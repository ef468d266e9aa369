using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules.Vocabularies;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>The pages in fixtures/documents, read with the shipped vocabulary: each says what its name says.</summary>
public sealed class FixtureTests
{
    private static readonly string Folder = Path.Combine(ShippedVocabulary.RepositoryFolder, "fixtures", "documents");

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_page_says_that_it_is_synthetic_and_has_each_section_once(string name)
    {
        var page = Read(name);
        Assert.StartsWith("Synthetic example page", Assert.Single(page.Sections, section => section.Section == PageSection.Preamble).Text, StringComparison.Ordinal);
        Assert.Equal("procedure", page.Document.Schema);
        Assert.All(page.Slots, slot => Assert.Equal(1, slot.Count));
        Assert.DoesNotContain(page.Sections, section => section.Section == PageSection.Other);
        Assert.All(page.Sections.Where(section => section.Rank > 0), section => Assert.Equal(section.Rank - 1, section.PreviousRank));
    }

    [Theory]
    [InlineData("second-facet-level-add-on.txt", "64491", "second-level cervical-thoracic fluoroscopy ct add-on")]
    [InlineData("anesthesia-for-prone-block.txt", "01992", "anesthesia-service other-performer prone-position")]
    [InlineData("brain-scan-with-contrast.txt", "70552", "with-contrast")]
    public void A_good_page_keeps_what_its_title_states(string name, string code, string qualifiers)
    {
        var page = Read(name);
        Assert.Equal(code, page.Document.Code);
        Assert.Equal(qualifiers, string.Join(' ', page.Document.Qualifiers));
        Assert.False(page.Document.TitleCutWord);
        foreach (var title in page.Stated.Where(fact => fact is { Section: "title", Billing: true }))
            Assert.All(title.Said, said => Assert.Contains(said, page.Stated.Single(fact => fact.Section == "name" && fact.Axis == title.Axis).Terms));
    }

    [Theory]
    [InlineData("anesthesia-for-prone-block.txt", true)]
    [InlineData("performer-gives-anesthesia.txt", true)]
    [InlineData("prone-title-supine-steps.txt", false)]
    public void The_steps_place_the_patient_prone(string name, bool expected) =>
        Assert.Equal(expected, Reader.Mentions(Text(name, "procedure-description"), "prone-position"));

    [Theory]
    [InlineData("second-facet-level-add-on.txt", true)]
    [InlineData("add-on-unstated.txt", false)]
    public void The_body_says_that_it_is_an_add_on(string name, bool expected) => Assert.Equal(
        expected,
        Read(name).Mentions.Any(mention => mention is { Term: "add-on", Negated: false } && mention.Section is not ("title" or "name")));

    [Theory]
    [InlineData("anesthesia-for-prone-block.txt", "anesthesiologist nurse-anesthetist")]
    [InlineData("performer-gives-anesthesia.txt", "pain-specialist")]
    public void Somebody_gives_the_anesthesia(string name, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Read(name).Mentions.Where(mention => mention is { Term: "gives-anesthesia", Negated: false }).SelectMany(mention => mention.By).Distinct()));

    [Fact]
    public void A_label_without_a_code_gives_no_code()
    {
        var page = Read("code-missing.txt");
        Assert.Equal(CodeOrigin.None, page.Document.CodeFrom);
        Assert.Equal("", Text("code-missing.txt", PageSection.Code));
        Assert.False(page.Document.FinalNewline);
    }

    [Theory]
    [InlineData("second-facet-level-add-on.md")]
    [InlineData("second-facet-level-add-on.html")]
    [InlineData("second-facet-level-add-on.yaml")]
    [InlineData("second-facet-level-add-on.json")]
    public void A_page_says_the_same_in_every_format(string name)
    {
        var (text, twin) = (Read(Path.ChangeExtension(name, ".txt")), Read(name));
        Assert.Equal(Facts(text), Facts(twin));
        Assert.All(twin.Mentions.Where(mention => !mention.Text.Contains(' ', StringComparison.Ordinal)), mention =>
            Assert.Equal(mention.Text, Encoding.UTF8.GetString(twin.Source.File.Read(mention.Span))));
    }

    /// <summary>What a page says from its title on: navigation is not in every format.</summary>
    private static List<string> Facts(InterpretedDocument page)
    {
        var before = page.Sentences.Count(sentence => sentence.Section == PageSection.Preamble);
        var clauses = page.Mentions.First(mention => mention.Section == PageSection.Title).Clause;
        return
        [
            $"{page.Document.Title}|{page.Document.Name}|{page.Document.Code}|{page.Document.Schema}|{string.Join(' ', page.Document.Qualifiers)}",
            .. page.Sections.Where(section => section.Section != PageSection.Preamble).Select(section => $"{section.Section} {section.Rank} {section.Heading}: {section.Text}"),
            .. page.Items.Select(item => $"{item.Item} {item.Ordered} {item.Number} {item.Depth} {item.Label}: {item.Text}"),
            .. page.Mentions.Where(mention => mention.Section != PageSection.Preamble).Select(mention => $"{mention.Section} {mention.Item} {mention.Sentence - before} {mention.Clause - clauses} {mention.Term} {mention.Text} {string.Join(' ', mention.By)}"),
            .. page.Amounts.Select(amount => $"{amount.Section} {amount.Sentence - before} {amount.Low} {amount.High} {amount.About}"),
        ];
    }

    private static readonly Interpreter Reader = new(ShippedVocabulary.Vocabulary);

    private static readonly PageReader Pages = new(ShippedVocabulary.Vocabulary.Schemas);

    private static string Text(string name, string section) => Assert.Single(Read(name).Sections, candidate => candidate.Section == section).Text;

    private static InterpretedDocument Read(string name) =>
        Reader.Interpret(Pages.Read(SourceFile.OnDisk(Path.Combine(Folder, name))).Document!, new DateOnly(2024, 7, 1));
}
