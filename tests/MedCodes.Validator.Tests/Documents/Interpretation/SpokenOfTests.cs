using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class SpokenOfTests
{
    public static TheoryData<string> Comparing => [.. ReferenceWords.Comparing.Cues];

    public static TheoryData<string> Earlier => [.. ReferenceWords.Earlier.Cues];

    public static TheoryData<string> NotEarlier => [.. ReferenceWords.NotEarlier.Cues];

    [Theory]
    [MemberData(nameof(Comparing))]
    public void A_clause_that_compares_speaks_of_something_else(string cue) => Assert.Equal(Referent.Other, Of($"It is {cue} ultrasound."));

    [Theory]
    [MemberData(nameof(Earlier))]
    public void A_clause_may_speak_of_what_was_done_before(string cue) => Assert.Equal(Referent.Earlier, Of($"There is a {cue} ultrasound."));

    [Theory]
    [MemberData(nameof(NotEarlier))]
    public void Some_phrases_with_prior_say_nothing_of_earlier_procedures(string phrase) => Assert.Equal(Referent.Own, Of($"It needs {phrase} ultrasound."));

    [Theory]
    [InlineData("It is safer than ultrasound.", Referent.Other)]
    [InlineData("Ultrasound takes more than 30 minutes.", Referent.Own)]
    [InlineData("Ultrasound takes more than two hours.", Referent.Own)]
    [InlineData("Ultrasound takes less than a minute.", Referent.Own)]
    [InlineData("Ultrasound takes less than half an hour.", Referent.Own)]
    [InlineData("Ultrasound takes more than a few days.", Referent.Own)]
    [InlineData("Ultrasound takes more than a couple of minutes.", Referent.Own)]
    [InlineData("Ultrasound is better than a needle.", Referent.Other)]
    [InlineData("Ultrasound is better than half a needle.", Referent.Other)]
    [InlineData("It uses ultrasound rather than hope.", Referent.Own)]
    [InlineData("Ultrasound is part of code 64492.", Referent.Other)]
    [InlineData("Ultrasound is part of codes 64491 and 64492.", Referent.Own)]
    [InlineData("It adds ultrasound and is reported with 64492.", Referent.Own)]
    [InlineData("This is done under ultrasound, as codes 64492 and 64493 are.", Referent.Own)]
    [InlineData("It is done under ultrasound unlike 64492.", Referent.Other)]
    [InlineData("Ultrasound is part of it; 64492 is another code.", Referent.Own)]
    [InlineData("Ultrasound needs 10000 things.", Referent.Own)]
    public void A_clause_that_names_only_other_codes_speaks_of_them(string text, object of) => Assert.Equal(of, Of(text));

    [Fact]
    public void Where_a_clause_does_not_say_the_section_does()
    {
        Assert.Equal(Referent.Other, Of("Under ultrasound.", "Alternatives"));
        Assert.Equal(Referent.Earlier, Of("After prior ultrasound.", "Alternatives"));
        Assert.Equal(Referent.Own, Of("Under ultrasound.", "Something Unknown:"));
    }

    private static Referent Of(string text, string heading = "Summary") =>
        Assert.Single(Pages.Say(text, heading).Mentions, mention => mention.Term == "ultrasound").Of;
}
