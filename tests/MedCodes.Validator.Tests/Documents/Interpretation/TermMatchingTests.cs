using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class TermMatchingTests
{
    [Theory]
    [InlineData("Under FLUOROSCOPY.", "fluoroscopy")]
    [InlineData("Fluoroscopy's limits.", "fluoroscopy")]
    [InlineData("The ultrasound(s) show it.", "ultrasound")]
    [InlineData("The ultrasounds show it.", "ultrasound")]
    [InlineData("A C-arm.", "fluoroscopy")]
    [InlineData("A c arm.", "fluoroscopy")]
    [InlineData("Two C-arms.", "fluoroscopy")]
    [InlineData("A carm.", "fluoroscopy")]
    [InlineData("Ultra-sound.", "ultrasound")]
    [InlineData("Ultra sound.", "ultrasound")]
    [InlineData("Fluoro-scopy.", "fluoroscopy")]
    [InlineData("Computed\u00A0tomography.", "ct")]
    [InlineData("Contrasts.", "with-contrast")]
    [InlineData("Therapies.", "stenosis")]
    [InlineData("Stenoses.", "stenosis")]
    public void Words_match_without_case_possessive_and_plural_mark_and_with_hyphens_read_both_ways(string text, string expected) =>
        Assert.Equal(expected, Pages.Mentions(text));

    [Theory]
    [InlineData("Octagons and ctx.")]
    [InlineData("Computed, tomography.")]
    [InlineData("Computed. Tomography.")]
    [InlineData("Computed axial tomography.")]
    [InlineData("Prones.")]
    public void Parts_of_words_split_phrases_and_inflected_phrases_are_no_match(string text) => Assert.Equal("", Pages.Mentions(text));

    [Theory]
    [InlineData("stop", true)]
    [InlineData("stops", true)]
    [InlineData("stopped", true)]
    [InlineData("stopping", true)]
    [InlineData("applies pressure", true)]
    [InlineData("applied pressure", true)]
    [InlineData("applying pressure", true)]
    [InlineData("apply pressures", false)]
    [InlineData("administers general anesthesia", true)]
    [InlineData("administering anesthesia", true)]
    [InlineData("administered", false)]
    [InlineData("giving anesthesia", true)]
    [InlineData("given anesthesia", true)]
    [InlineData("gave anesthesia", false)]
    public void A_verb_matches_in_its_regular_forms(string text, bool matches) => Assert.Equal(matches, Pages.Mentions("She " + text + ".").Length > 0);

    [Theory]
    [InlineData("on stomach", true)]
    [InlineData("on the stomach", true)]
    [InlineData("on his or her stomach", true)]
    [InlineData("on top of the stomach", true)]
    [InlineData("on the upper side of stomach", false)]
    [InlineData("on the table; stomach", false)]
    [InlineData("on the table, but stomach", false)]
    public void Three_dots_stand_for_up_to_three_words_of_the_clause(string text, bool matches) =>
        Assert.Equal(matches ? "prone-position" : "", Pages.Mentions("Lying " + text + "."));

    [Theory]
    [InlineData("without contrast", "without-contrast")]
    [InlineData("a ct scan", "")]
    [InlineData("a CT scan and a CT", "ct")]
    [InlineData("a ct-scan", "")]
    public void The_longer_of_overlapping_matches_counts_and_what_is_ignored_counts_as_nothing(string text, string expected) =>
        Assert.Equal(expected, Pages.Mentions($"There is {text}."));

    [Theory]
    [InlineData("with cervical/thoracic change", "rebuilt")]
    [InlineData("with cervical thoracic change", "")]
    public void A_slash_is_matched_as_written(string text, string expected) => Assert.Equal(expected, Pages.Mentions($"It is {text}."));

    [Fact]
    public void A_mention_has_the_terms_that_its_term_covers_and_its_words_as_written()
    {
        var mention = Assert.Single(Pages.Say("Done under Image  Guidance.").Mentions);
        Assert.Equal("image-guidance", mention.Term);
        Assert.Equal("guidance", mention.Axis);
        Assert.Equal<string>(["image-guidance", "fluoroscopy", "ct"], mention.Terms);
        Assert.Equal("Image  Guidance", mention.Text);
        Assert.Equal("summary", mention.Section);
    }

    [Theory]
    [InlineData("", "has no words")]
    [InlineData("under ...", "begins or ends with '...'")]
    [InlineData("under ... ... imaging", "has '...' twice in a row")]
    [InlineData("under: imaging", "goes beyond the end of a clause")]
    [InlineData("done unless imaging", "goes beyond the end of a clause")]
    [InlineData("under ... imaging", null)]
    public void A_wording_that_can_never_match_is_told(string phrase, string? fault) => Assert.Equal(fault, TermPattern.Fault(phrase));

    [Fact]
    public void A_vocabulary_refuses_a_covered_term_that_its_axis_does_not_have()
    {
        var axis = new Axis { Name = "a", Terms = [new Term { Name = "b", Covers = ["c"] }] };
        Assert.Throws<ArgumentException>(() => new Vocabulary([axis], []));
        Assert.Throws<ArgumentException>(() => SomeVocabulary.Procedure.TermsOf("nobody"));
    }
}
