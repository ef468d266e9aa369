using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class CodeMentionTests
{
    public static TheoryData<string> SureWords => [.. CodeWords.Sure.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(SureWords))]
    public void A_code_beside_every_word_of_codes_is_sure(string word) => Assert.True(Mention($"See {word} number 64490.").Sure);

    [Theory]
    [InlineData("64490", CodeSystem.Cpt)]
    [InlineData("0213T", CodeSystem.Cpt)]
    [InlineData("G0260", CodeSystem.Hcpcs)]
    [InlineData("M47.812", CodeSystem.Icd10Cm)]
    public void Codes_are_told_by_their_shape(string code, object system)
    {
        var mention = Mention($"Think of {code}.");
        Assert.Equal(code, mention.Code);
        Assert.Equal(system, mention.System);
        Assert.False(mention.Sure);
    }

    [Theory]
    [InlineData("6449")]
    [InlineData("644901")]
    [InlineData("10,000")]
    [InlineData("0213X")]
    [InlineData("0213t")]
    [InlineData("T12")]
    [InlineData("C4-5")]
    public void Other_shapes_are_no_codes(string text) => Assert.Empty(Others(Pages.Say($"Think of {text}.")));

    [Fact]
    public void Without_its_point_a_diagnosis_code_needs_to_be_called_one() =>
        Assert.Equal(CodeSystem.Icd10Cm, Mention("The ICD-10-CM code is M47812.").System);

    [Theory]
    [InlineData("Code one two three 64490.", true)]
    [InlineData("Code one two three four 64490.", false)]
    [InlineData("64490 one two three code.", true)]
    [InlineData("Codes 64490, 64492 and 64493.", true)]
    [InlineData("It is 64491 in addition to 64493.", true)]
    [InlineData("It has 64493 parts.", false)]
    public void A_code_is_sure_beside_such_a_word_or_a_sure_code_or_the_pages_own(string text, bool sure) =>
        Assert.Equal(sure, Others(Pages.Say(text)).Last(mention => !mention.Own).Sure);

    [Fact]
    public void In_the_sections_of_codes_every_code_is_sure()
    {
        Assert.True(Mention("64490", "Similar Codes").Sure);
        var own = Assert.Single(Pages.Say("Nothing.").CodeMentions);
        Assert.True(own is { Own: true, Sure: true, Section: "code" });
    }

    [Theory]
    [InlineData("Codes 64490-64495.", true)]
    [InlineData("Codes 64490 – 64495.", true)]
    [InlineData("Codes 64490 through 64495.", true)]
    [InlineData("Codes 64490 to 64495.", true)]
    [InlineData("Codes 64490 and 64495.", false)]
    [InlineData("Codes 64490, 64495.", false)]
    public void The_ends_of_a_range_are_in_range(string text, bool range) =>
        Assert.All(Others(Pages.Say(text)), mention => Assert.Equal(range, mention.InRange));

    [Theory]
    [InlineData("• CPT code 64490", true)]
    [InlineData("• 64490, 64492", true)]
    [InlineData("• 64490: the first level", false)]
    [InlineData("Code 64490. It is the first.", true)]
    public void Alone_is_a_code_with_no_words_but_codes_and_labels(string text, bool alone) =>
        Assert.All(Others(Pages.Say(text, "Similar Codes")), mention => Assert.Equal(alone, mention.Alone));

    [Fact]
    public void A_code_may_be_denied_and_hedged()
    {
        Assert.True(Mention("Do not report 64490.").Negated);
        Assert.True(Mention("You may report 64490.").Hedged);
        Assert.False(Mention("Report 64490.").Negated || Mention("Report 64490.").Hedged);
    }

    [Fact]
    public void A_sentence_has_its_sure_codes_and_those_that_are_not_the_pages()
    {
        var sentence = Pages.Say("Report 64491 with 64490. It has 10000 parts.").Sentences.Where(sentence => sentence.Section == "summary").ToList();
        Assert.Equal<string>(["64491", "64490"], sentence[0].Codes);
        Assert.Equal<string>(["64490"], sentence[0].OtherCodes);
        Assert.Empty(sentence[1].Codes);
    }

    private static CodeMentionFact Mention(string text, string heading = "Summary") => Assert.Single(Others(Pages.Say(text, heading)));

    private static IEnumerable<CodeMentionFact> Others(InterpretedDocument page) => page.CodeMentions.Where(mention => mention.Section != "code");
}
