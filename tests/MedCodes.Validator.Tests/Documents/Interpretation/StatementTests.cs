using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class StatementTests
{
    [Fact]
    public void A_section_states_the_terms_of_its_affirmed_mentions_on_each_axis()
    {
        var stated = Stated("Under fluoroscopy and CT, prone. No ultrasound. CT again.");
        Assert.Equal(["guidance", "position"], stated.Select(fact => fact.Axis));
        Assert.Equal<string>(["fluoroscopy", "ct"], stated[0].Said);
        Assert.True(stated[0].Billing);
    }

    [Fact]
    public void A_term_is_left_out_beside_one_that_it_covers()
    {
        Assert.Equal<string>(["ct"], Assert.Single(Stated("Under image guidance. CT shows the nerve.")).Said);
        var alone = Assert.Single(Stated("Under image guidance."));
        Assert.Equal<string>(["image-guidance"], alone.Said);
        Assert.Equal<string>(["image-guidance", "fluoroscopy", "ct"], alone.Terms);
    }

    [Fact]
    public void A_statement_is_hedged_if_all_its_mentions_are()
    {
        Assert.True(Assert.Single(Stated("It may be done prone.")).Hedged);
        Assert.False(Assert.Single(Stated("It may be done prone. It is done prone.")).Hedged);
    }

    [Fact]
    public void What_is_said_of_others_or_of_earlier_procedures_is_not_stated_except_by_title_and_name()
    {
        Assert.Empty(Stated("After prior ultrasound."));
        Assert.Empty(Pages.Say("Under ultrasound.", "Alternatives").Stated);
        var page = Pages.Read("Injection after prior ultrasound\n\nCPT code: 64491\n\nName of the Procedure: previous ultrasound\n\nSummary\n\nx\n");
        Assert.Equal(["title", "name"], page.Stated.Select(fact => fact.Section));
        Assert.Equal<string>(["ultrasound"], page.Document.Qualifiers);
    }

    private static List<StatedFact> Stated(string text) => [.. Pages.Say(text).Stated];
}
