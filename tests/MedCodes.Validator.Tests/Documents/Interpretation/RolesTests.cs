namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class RolesTests
{
    [Theory]
    [InlineData("The surgeon gives anesthesia.", "surgeon")]
    [InlineData("Anesthesia is given by the surgeon.", "surgeon")]
    [InlineData("Anesthesia is given by the attending pain specialist.", "pain-specialist")]
    [InlineData("Anesthesia is given to the patient by a nurse.", "nurse")]
    [InlineData("Anesthesia is given.", "")]
    [InlineData("A surgeon is there. Anesthesia is given.", "")]
    [InlineData("The surgeon, the pain specialist or a nurse gives anesthesia.", "surgeon pain-specialist nurse")]
    [InlineData("Anesthesia is given by a nurse, an anesthesiologist, or surgeon.", "nurse anesthesiologist surgeon")]
    [InlineData("The surgeon waits while the nurse gives anesthesia.", "nurse")]
    [InlineData("The surgeon asks the nurse to give anesthesia.", "nurse")]
    [InlineData("Pain specialist: gives anesthesia.", "pain-specialist")]
    [InlineData("The nurse enters the surgeon's room and gives anesthesia.", "nurse")]
    [InlineData("The injection is performed by the surgeon and anesthesia is given.", "")]
    [InlineData("The injection is performed by the surgeon who gives anesthesia.", "surgeon")]
    [InlineData("The injection is performed by the surgeon and anesthesia is given by a nurse.", "nurse")]
    [InlineData("The surgeon injects, and a nurse gives anesthesia.", "nurse")]
    [InlineData("The surgeon waits, the nurse gives anesthesia.", "nurse")]
    [InlineData("The surgeon waits and anesthesia is given.", "")]
    [InlineData("Surgeon: anesthesia is given.", "surgeon")]
    [InlineData("When the surgeon is ready, anesthesia is given.", "")]
    [InlineData("Once the surgeon and the nurse are there, the anesthesiologist gives anesthesia.", "anesthesiologist")]
    [InlineData("With the surgeon, the nurse and a pain specialist in the room, the anesthesiologist gives anesthesia.", "anesthesiologist")]
    [InlineData("When ready, the surgeon, the nurse or both give anesthesia.", "surgeon nurse")]
    [InlineData("When the surgeon gives anesthesia, the nurse waits.", "surgeon")]
    [InlineData("The surgeon and the attending anesthesiologist give anesthesia.", "surgeon anesthesiologist")]
    [InlineData("Anesthesia is given after the injection is performed by the surgeon.", "")]
    public void The_doer_is_the_nearest_person_before_the_act_or_right_after_by(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Assert.Single(Pages.Say(text).Mentions, mention => mention.Term == "gives-anesthesia").By));

    [Fact]
    public void A_person_has_the_acts_that_it_does()
    {
        var mentions = Pages.Say("The surgeon injects and gives anesthesia while the nurse waits.").Mentions;
        Assert.Equal<string>(["injects", "gives-anesthesia"], Assert.Single(mentions, mention => mention.Term == "surgeon").Does);
        Assert.Empty(Assert.Single(mentions, mention => mention.Term == "nurse").Does);
        Assert.Empty(Assert.Single(mentions, mention => mention.Term == "surgeon").By);
    }
}
