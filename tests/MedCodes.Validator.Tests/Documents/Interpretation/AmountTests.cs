using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Tests.Documents.Interpretation;

public sealed class AmountTests
{
    [Theory]
    [InlineData("30 minutes", "Time 30..30")]
    [InlineData("a 30-minute visit", "Time 30..30")]
    [InlineData("15 to 30 minutes", "Time 15..30")]
    [InlineData("15-30 minutes", "Time 15..30")]
    [InlineData("15 – 30 min", "Time 15..30")]
    [InlineData("between 15 and 30 minutes", "Time 15..30")]
    [InlineData("between 15 to 30 minutes", "Time 15..30")]
    [InlineData("30 minutes to 1 hour", "Time 30..60")]
    [InlineData("one or two hours", "Time 60..120")]
    [InlineData("1.5 hours", "Time 90..90")]
    [InlineData("one and a half hours", "Time 90..90")]
    [InlineData("an hour and a half", "Time 90..90")]
    [InlineData("half an hour", "Time 30..30")]
    [InlineData("1 hour 30 minutes", "Time 90..90")]
    [InlineData("1 hour and 30 minutes", "Time 90..90")]
    [InlineData("at least 30 minutes", "Time 30..open")]
    [InlineData("more than two days", "Time 2880..open")]
    [InlineData("up to 30 minutes", "Time 0..30")]
    [InlineData("no more than 30 minutes", "Time 0..30")]
    [InlineData("30 minutes or more", "Time 30..open")]
    [InlineData("30 minutes at least", "Time 30..open")]
    [InlineData("30 minutes at a minimum", "Time 30..open")]
    [InlineData("30 minutes or less", "Time 0..30")]
    [InlineData("four units per day", "Units 4..4 per day")]
    [InlineData("two levels", "Levels 2..2")]
    [InlineData("3 sessions a year", "Sessions 3..3 per year")]
    [InlineData("1 unit daily", "Units 1..1 per day")]
    [InlineData("30 minutes and 2 levels", "Time 30..30, Levels 2..2")]
    [InlineData("the second level", "")]
    [InlineData("the C4-5 level", "")]
    [InlineData("64490 units", "")]
    [InlineData("30 of them; minutes later", "")]
    [InlineData("some minutes", "")]
    public void Amounts_are_read_with_their_limits(string text, string expected) => Assert.Equal(
        expected,
        string.Join(", ", Amounts($"It needs {text}.").Select(amount => string.Create(
            CultureInfo.InvariantCulture,
            $"{amount.Measure} {amount.Low}..{(amount.High == AmountFact.Open ? "open" : amount.High)}{(amount.Per.Length > 0 ? " per " + amount.Per : "")}"))));

    [Theory]
    [InlineData("It takes 30 minutes.", "Duration", "whole-procedure")]
    [InlineData("It takes 30 minutes.", "Summary", "")]
    [InlineData("Recovery takes 30 minutes.", "Duration", "recovery-time")]
    [InlineData("The procedure and recovery take 30 minutes.", "Summary", "recovery-time")]
    [InlineData("The procedure ends; it takes 30 minutes.", "Summary", "")]
    public void An_amount_is_about_the_nearest_timed_term_of_its_clause_or_what_its_section_says(string text, string heading, string about) =>
        Assert.Equal(about, Assert.Single(Amounts(text, heading)).About);

    [Theory]
    [InlineData("The patient arrives 30 minutes before the procedure.")]
    [InlineData("The pulse is counted every 5 minutes during the procedure.")]
    [InlineData("The second procedure follows 20 minutes later.")]
    [InlineData("In the last 90 days there was no procedure.")]
    [InlineData("A session of 16 to 37 minutes belongs to 90832.")]
    public void An_amount_that_tells_when_or_is_of_another_code_is_about_nothing(string text) => Assert.Equal("", Assert.Single(Amounts(text, "Duration")).About);

    [Fact]
    public void An_amount_may_be_hedged_and_knows_its_words()
    {
        var amount = Assert.Single(Amounts("It usually takes up to 30 minutes."));
        Assert.True(amount.Hedged);
        Assert.Equal("up to 30 minutes", amount.Text);
    }

    private static ImmutableArray<AmountFact> Amounts(string text, string heading = "Summary") => Pages.Say(text, heading).Amounts;
}
