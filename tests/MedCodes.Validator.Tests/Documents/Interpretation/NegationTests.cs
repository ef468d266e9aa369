using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class NegationTests
{
    public static TheoryData<string> CuesBefore => [.. NegationWords.Before.Cues];

    public static TheoryData<string> HedgesBefore => [.. HedgeWords.Before.Cues];

    public static TheoryData<string> HedgesAfter => [.. HedgeWords.After.Cues];

    public static TheoryData<string> Participles => [.. NegationWords.Participles.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(CuesBefore))]
    public void Every_cue_before_a_phrase_denies_it(string cue) => Assert.Equal("not ultrasound", Pages.Mentions($"It is {cue} ultrasound."));

    [Theory]
    [InlineData("It isn't under ultrasound.")]
    [InlineData("It doesn’t need ultrasound.")]
    public void A_contraction_is_a_not(string text) => Assert.Equal("not ultrasound", Pages.Mentions(text));

    [Theory]
    [InlineData("It is not one two three four five ultrasound.", "not ultrasound")]
    [InlineData("It is not one two three four five six ultrasound.", "ultrasound")]
    [InlineData("It is not a lot; ultrasound helps.", "ultrasound")]
    [InlineData("It is not easy, but ultrasound helps.", "ultrasound")]
    [InlineData("It is not easy, and the ultrasound helps.", "ultrasound")]
    [InlineData("Not easy. Ultrasound helps.", "ultrasound")]
    [InlineData("Ultrasound is no help.", "ultrasound")]
    public void A_cue_reaches_over_five_words_and_not_beyond_its_clause(string text, string expected) => Assert.Equal(expected, Pages.Mentions(text));

    [Theory]
    [InlineData("not only under ultrasound")]
    [InlineData("not just under ultrasound")]
    [InlineData("with or without ultrasound")]
    [InlineData("with and without ultrasound")]
    [InlineData("not limited to ultrasound")]
    [InlineData("in no more than an hour of ultrasound")]
    public void A_cue_that_is_lifted_denies_nothing(string text) => Assert.Equal("ultrasound", Pages.Mentions($"It is done {text}."));

    [Fact]
    public void Not_under_ultrasound_denies_it() => Assert.Equal("not ultrasound", Pages.Mentions("It is not under ultrasound."));

    [Theory]
    [InlineData("Without contrast.", "without-contrast")]
    [InlineData("Without contrast, followed by contrast.", "without-contrast, with-contrast")]
    [InlineData("Without any contrast.", "not with-contrast")]
    [InlineData("Without contrast and ultrasound.", "without-contrast, not ultrasound")]
    public void A_cue_inside_a_phrase_of_the_axis_is_none(string text, string expected) => Assert.Equal(expected, Pages.Mentions(text));

    [Theory]
    [InlineData("She administers no anesthesia.", "not gives-anesthesia")]
    [InlineData("She administers not only light anesthesia.", "gives-anesthesia")]
    [InlineData("She lies on her side and not stomach.", "")]
    [InlineData("She lies on side not stomach.", "not prone-position")]
    public void A_cue_under_the_three_dots_of_a_phrase_denies_it(string text, string expected) => Assert.Equal(expected, Pages.Mentions(text));

    [Theory]
    [InlineData("It is never done without ultrasound.")]
    [InlineData("It must not be done without the help of ultrasound.")]
    [InlineData("It isn't done without ultrasound.")]
    public void Not_without_affirms(string text) => Assert.Equal("ultrasound", Pages.Mentions(text));

    [Theory]
    [MemberData(nameof(Participles))]
    public void Every_participle_behind_not_denies_what_stands_before(string participle) =>
        Assert.StartsWith("not ultrasound", Pages.Mentions($"Ultrasound is not {participle}."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ultrasound is not routinely used.", "not ultrasound")]
    [InlineData("Ultrasound isn't needed.", "not ultrasound")]
    [InlineData("Ultrasound is avoided.", "not ultrasound")]
    [InlineData("Ultrasound should be excluded.", "not ultrasound")]
    [InlineData("Ultrasound or CT is not used.", "not ultrasound, not ct")]
    [InlineData("Ultrasound is not cheap.", "ultrasound")]
    [InlineData("Ultrasound avoided harm.", "ultrasound")]
    [InlineData("Ultrasound is used and CT is not needed.", "ultrasound, not ct")]
    [InlineData("CT is not used and ultrasound shows the nerve.", "not ct, ultrasound")]
    public void Not_behind_a_phrase_denies_it_with_a_verb_of_use(string text, string expected) => Assert.Equal(expected, Pages.Mentions(text));

    [Theory]
    [MemberData(nameof(HedgesBefore))]
    public void Every_hedge_before_a_phrase_hedges_it(string cue) => Assert.Equal("perhaps ultrasound", Pages.Mentions($"It is {cue} under ultrasound."));

    [Theory]
    [MemberData(nameof(HedgesAfter))]
    public void Every_hedge_behind_a_phrase_hedges_it(string cue) => Assert.Equal("perhaps ultrasound", Pages.Mentions($"It is done under ultrasound {cue}."));

    [Theory]
    [InlineData("It may be one two three four ultrasound.", "perhaps ultrasound")]
    [InlineData("It may be one two three four five ultrasound.", "ultrasound")]
    [InlineData("Ultrasound one two three four five if needed.", "perhaps ultrasound")]
    [InlineData("Ultrasound one two three four five six if needed.", "ultrasound")]
    [InlineData("It may hurt; ultrasound helps.", "ultrasound")]
    [InlineData("Ultrasound (if needed).", "ultrasound")]
    [InlineData("Ultrasound may help.", "ultrasound")]
    public void A_hedge_reaches_over_five_words_and_not_beyond_its_clause(string text, string expected) => Assert.Equal(expected, Pages.Mentions(text));
}
